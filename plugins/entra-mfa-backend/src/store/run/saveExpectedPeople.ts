import type { Knex } from 'knex';
import { holdRun, type Fence } from './fence';
import type { RunRow } from '../sql/tables';

/** Keeps with a run how many people there are to be read. */
export async function saveExpectedPeople(
  knex: Knex,
  fence: Fence,
  people: number,
): Promise<void> {
  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    await trx<RunRow>('run')
      .where({ tenant_id: fence.tenantId, run: fence.run })
      .update({ expected_people: people });
  });
}
