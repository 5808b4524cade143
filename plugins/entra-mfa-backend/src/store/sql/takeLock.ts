import type { Knex } from 'knex';

/** How long a replica waits while another one migrates: a year of history may be rewritten. */
const PATIENCE = '30min';

/**
 * Takes a lock of the database (PostgreSQL) by its name, until the transaction ends; `onWait` is told
 * where another replica has it and there is a wait.
 */
export async function takeLock(
  trx: Knex.Transaction,
  name: string,
  onWait: () => void,
): Promise<void> {
  const { rows } = await trx.raw(
    'select pg_try_advisory_xact_lock(hashtext(?)) as taken',
    [name],
  );
  if (rows[0].taken) {
    return;
  }
  onWait();
  await trx.raw('set local statement_timeout = 0');
  await trx.raw(`set local lock_timeout = '${PATIENCE}'`);
  await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [name]);
  await trx.raw('set local lock_timeout to default');
}
