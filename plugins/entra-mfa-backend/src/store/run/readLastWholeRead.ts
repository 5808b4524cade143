import type { Knex } from 'knex';
import { toDate } from '../sql/instant';
import type { DataSetRow } from '../sql/tables';

/** When and by which run a data set was last read whole; null where it never was. */
export async function readLastWholeRead(
  knex: Knex,
  tenantId: string,
  dataSet: string,
): Promise<{ readAt: Date; readRun: number } | null> {
  const row = await knex<DataSetRow>('data_set')
    .where({ tenant_id: tenantId, data_set: dataSet })
    .first('read_at', 'read_run');
  return row ? { readAt: toDate(row.read_at), readRun: row.read_run } : null;
}
