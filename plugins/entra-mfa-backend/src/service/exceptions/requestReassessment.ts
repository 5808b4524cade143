import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { SyncService } from '../../sync/types';

/**
 * Starts a sync, so that a figure does not wait for the next scheduled one. A sync that is under way
 * sees the step when it assesses, and is followed by another where it had assessed already; so whatever
 * goes wrong here is a delay only, and the step stays on record.
 */
export async function requestReassessment(
  { sync, logger }: { sync: SyncService; logger: LoggerService },
  tenantId: string,
): Promise<void> {
  try {
    await sync.trigger(tenantId);
  } catch (error) {
    logger.info(
      `No sync of tenant ${tenantId} was started after a step on an exception (${
        toError(error).name
      }): the next one takes it in`,
    );
  }
}
