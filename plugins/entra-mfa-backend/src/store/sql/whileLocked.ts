import knexFactory, { type Knex } from 'knex';
import { takeLock } from './takeLock';

/**
 * Does work that needs a connection of the pool while another connection holds a lock of the database
 * (PostgreSQL), so that only one replica at a time does it.
 */
export async function whileLocked(
  knex: Knex,
  lock: { name: string; onWait(): void },
  work: () => Promise<void>,
): Promise<void> {
  const held = (holder: Knex) =>
    holder.transaction(async trx => {
      await takeLock(trx, lock.name, lock.onWait);
      await work();
    });
  if (knex.client.pool.max > 1) {
    await held(knex);
    return;
  }
  // The work would wait for the only connection, which holds the lock until the work is done.
  const own = knexFactory({ ...knex.client.config, pool: { min: 0, max: 1 } });
  try {
    await held(own);
  } finally {
    await own.destroy();
  }
}
