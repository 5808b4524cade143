import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { EntraMfaSyncs } from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** Reads every tenant as it is now, so that a demo started again does not show old figures. */
export async function syncToday(
  syncs: EntraMfaSyncs,
  logger: LoggerService,
): Promise<void> {
  for (const tenantId of syncs.tenantIds) {
    try {
      await syncs.run(tenantId);
    } catch (error) {
      // One that was killed counts as under way for a minute; the schedule reads the tenant then.
      if (!(error instanceof ConflictError)) {
        throw error;
      }
      logger.info('Demo: the last sync was interrupted, the next one goes on');
    }
  }
}
