import type { Knex } from 'knex';
import { recordAt } from '../asOf/recordAt';
import type { RecordRow } from '../sql/tables';

/** How many records a data set had at a version of it. */
export async function countRecords(
  knex: Knex,
  of: { tenantId: string; dataSet: string; version: number },
): Promise<number> {
  const [row] = await knex<RecordRow>('record')
    .where({ tenant_id: of.tenantId, data_set: of.dataSet })
    .where(recordAt(of.version))
    .count({ records: '*' });
  return Number(row.records);
}
