import type { DataSet } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { LostValues } from '../../assess/doubt/LostValues';
import type { Fence } from './fence';
import type { RunCollectorRow } from '../sql/tables';

/** Which values were lost when a data set was read to its end before this run. */
export async function readLastLost(
  knex: Knex,
  { tenantId, run }: Pick<Fence, 'tenantId' | 'run'>,
  dataSet: DataSet,
): Promise<LostValues[]> {
  const row = await knex<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId, data_set: dataSet })
    .where('run', '<', run)
    .where(whole => whole.where('outcome', 'complete').orWhereNotNull('lost'))
    .orderBy('run', 'desc')
    .first('lost');
  return row?.lost ? JSON.parse(row.lost) : [];
}
