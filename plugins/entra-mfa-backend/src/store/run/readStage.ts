import type { Knex } from 'knex';
import type { StageRow } from '../sql/tables';

/** The pages of a data set that a run has read, in order. */
export async function readStage(
  knex: Knex,
  of: { tenantId: string; run: number; dataSet: string },
): Promise<StageRow[]> {
  return knex<StageRow>('stage')
    .where({ tenant_id: of.tenantId, run: of.run, data_set: of.dataSet })
    .orderBy('page')
    .select('*');
}
