import type { Knex } from 'knex';
import type { RunCollectorRow } from '../sql/tables';

/** The newest read of each data set that came to its end, by data set. */
export async function readCompleteReads(
  knex: Knex,
  tenantId: string,
): Promise<Map<string, RunCollectorRow>> {
  const newest = knex<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId, outcome: 'complete' })
    .groupBy('data_set')
    .select('data_set')
    .max('run as run')
    .as('newest');
  const rows: RunCollectorRow[] = await knex('run_collector as c')
    .join(newest, join =>
      join.on('newest.data_set', 'c.data_set').andOn('newest.run', 'c.run'),
    )
    .where('c.tenant_id', tenantId)
    .select('c.*');
  return new Map(rows.map(row => [row.data_set, row]));
}
