import type { Knex } from 'knex';
import type { Fence } from './fence';
import type { RunRow } from '../sql/tables';

/** How many people Graph said there are, when the run began; null where it did not. */
export async function readExpectedPeople(
  knex: Knex,
  { tenantId, run }: Fence,
): Promise<number | null> {
  const row = await knex<RunRow>('run')
    .where({ tenant_id: tenantId, run })
    .first('expected_people');
  return row?.expected_people ?? null;
}
