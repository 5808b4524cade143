import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** How long a replica waits while another one migrates: a year of history may be rewritten. */
const PATIENCE = '30min';

/**
 * Brings the plugin's database up to date, unless the portal is told to leave that to others. Of several
 * replicas that start at once, one does it and the others wait: Knex's own lock is a table, which it makes
 * without one.
 */
export async function migrate(database: DatabaseService): Promise<void> {
  if (database.migrations?.skip) {
    return;
  }
  const knex = await database.getClient();
  const latest = (client: Knex) =>
    client.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-entra-mfa-backend',
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
    await trx.raw(`set local lock_timeout = '${PATIENCE}'`);
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [
      'entra-mfa migrations',
    ]);
    await trx.raw('set local lock_timeout to default');
    await latest(trx);
  });
}
