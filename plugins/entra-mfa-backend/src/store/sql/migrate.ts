import {
  resolvePackagePath,
  type DatabaseService,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isPostgres } from './dialect';
import { takeLock } from './takeLock';

/**
 * Brings the plugin's database up to date, unless the portal is told to leave that to others. Of several
 * replicas that start at once, one does it and the others wait: Knex's own lock is a table, which it makes
 * without one.
 */
export async function migrate(
  database: DatabaseService,
  logger: LoggerService,
): Promise<void> {
  if (database.migrations?.skip) {
    return;
  }
  const knex = await database.getClient();
  const latest = (client: Knex) =>
    client.migrate.latest({
      directory: resolvePackagePath(
        '@entra-mfa/backstage-plugin-entra-mfa-backend',
        'migrations',
      ),
    });
  if (!isPostgres(knex)) {
    await latest(knex);
    return;
  }
  // On the connection that holds the lock, so that a pool of one is enough.
  await knex.transaction(async trx => {
    await trx.raw('set local statement_timeout = 0');
    await takeLock(trx, 'entra-mfa migrations', () =>
      logger.info(
        'Another replica of this portal migrates the database of the Entra MFA plugin; this one waits for it',
      ),
    );
    await latest(trx);
  });
}
