import type { Knex } from 'knex';
import type { DataSetRow } from '../sql/tables';

/** How many rows the last published reading of some data sets had. */
export async function readRowCount(
  knex: Knex,
  tenantId: string,
  dataSets: readonly string[],
): Promise<number> {
  const rows = await knex<DataSetRow>('data_set')
    .where({ tenant_id: tenantId })
    .whereIn('data_set', dataSets)
    .select('rows');
  return rows.reduce((sum, row) => sum + row.rows, 0);
}
