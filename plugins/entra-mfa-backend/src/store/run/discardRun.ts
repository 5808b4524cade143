import type { Knex } from 'knex';
import { lockRun, type Fence } from './fence';
import { removeUnpublished } from './removeUnpublished';

/**
 * Removes what a run wrote and will not publish, and nothing else: where the disk is full, its end can
 * perhaps be stored afterwards.
 */
export async function discardRun(knex: Knex, fence: Fence): Promise<void> {
  await knex.transaction(async trx => {
    await lockRun(trx, fence);
    await removeUnpublished(trx, fence);
  });
}
