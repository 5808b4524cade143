import type { Knex } from 'knex';
import type { Doubt } from '../../assess/doubt/Doubt';
import type { Fence } from './fence';
import type { RunCollectorRow } from '../sql/tables';

/**
 * What was doubted of a data set when it was last read to its end before this run; null where it was not
 * doubted then.
 */
export async function readLastDoubt(
  knex: Knex,
  { tenantId, run }: Pick<Fence, 'tenantId' | 'run'>,
  dataSet: string,
): Promise<Doubt | null> {
  const row = await knex<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId })
    .where('data_set', dataSet)
    .where('run', '<', run)
    .where(whole => whole.where('outcome', 'complete').orWhereNotNull('doubt'))
    .orderBy('run', 'desc')
    .first('doubt');
  return row?.doubt ? JSON.parse(row.doubt) : null;
}
