import type { Knex } from 'knex';
import { toDateOrNull } from '../sql/instant';
import type { DataSetRow } from '../sql/tables';
import type { Fence } from './fence';

/** When a data set was last read whole; null where it never was. */
export async function readLastRead(
  knex: Knex,
  { tenantId }: Pick<Fence, 'tenantId'>,
  dataSet: string,
): Promise<Date | null> {
  const row = await knex<DataSetRow>('data_set')
    .where({ tenant_id: tenantId, data_set: dataSet })
    .first('read_at');
  return toDateOrNull(row?.read_at ?? null);
}
