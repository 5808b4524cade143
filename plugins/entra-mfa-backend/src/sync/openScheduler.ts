import type {
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isPostgres } from '../store/sql/dialect';
import { whileLocked } from '../store/sql/whileLocked';
import { kindOf } from '../problems/SyncFailedError';

/**
 * Has the portal's scheduler make its tables in the plugin's database, on one replica at a time. It makes
 * them at the first call that needs them, without a lock, and keeps a failure until its process ends; so
 * this must be the first call, and where it fails, the start must.
 */
export async function openScheduler(options: {
  database: DatabaseService;
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<void> {
  const { database, scheduler, logger } = options;
  const knex = await database.getClient();
  if (database.migrations?.skip || !isPostgres(knex)) {
    return;
  }
  const lock = {
    name: 'entra-mfa scheduler',
    onWait: () =>
      logger.info(
        "Another replica of this portal prepares the scheduler's tables in the database of the Entra MFA plugin; this one waits for it",
      ),
  };
  try {
    await whileLocked(knex, lock, () => callInVain(scheduler));
  } catch (error) {
    throw new Error(
      `The portal's scheduler could not prepare its tables in the database of the Entra MFA plugin (${kindOf(
        error,
      )}). Check that the database is well and that its user may create tables, then start this replica again.`,
    );
  }
}

/** Asks for a task that there is not, which makes the tables and changes nothing else. */
async function callInVain(scheduler: SchedulerService): Promise<void> {
  try {
    await scheduler.triggerTask('entra-mfa-none');
  } catch (error) {
    // The scheduler's errors may come from another copy of the errors package.
    if (!(error instanceof Error && error.name === 'NotFoundError')) {
      throw error;
    }
  }
}
