import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { withRetries } from '../graph/withRetries';
import { kindOf } from '../problems/SyncFailedError';

/**
 * Schedules something. Where that fails it resolves all the same, for the portal's start waits for it,
 * and goes on trying, ever less often, until it is done or this process ends.
 */
export async function scheduleUntilDone(
  what: string,
  schedule: () => Promise<void>,
  options: { clock: EntraMfaClock; logger: LoggerService; signal: AbortSignal },
): Promise<void> {
  const { logger } = options;
  try {
    await schedule();
  } catch (error) {
    logger.error(
      `${what} was not scheduled (${kindOf(
        error,
      )}). It is tried again until it is; check that the database of this portal is well.`,
    );
    withRetries(schedule, {
      ...options,
      passes: () => true,
      patienceMs: Infinity,
    }).then(
      () => logger.info(`${what} is scheduled now`),
      () => {
        // This process ends.
      },
    );
  }
}
