import type { Knex } from 'knex';
import { STILL_TRUE, type RecordRow } from '../sql/tables';

/** Whether a data set has any record, also one that this run has read. */
export async function hasRecords(
  knex: Knex,
  of: { tenantId: string; dataSet: string },
): Promise<boolean> {
  const record = await knex<RecordRow>('record')
    .where({ tenant_id: of.tenantId, data_set: of.dataSet, to_run: STILL_TRUE })
    .first('record_key');
  return record !== undefined;
}
