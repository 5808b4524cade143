import type { DataSet } from 'backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { Fence } from './fence';
import type { RunCollectorRow } from './tables';

/** What the newest run before this one did with a data set; null where none came to it. */
export async function readLastReading(
  knex: Knex,
  { tenantId, run }: Fence,
  dataSet: DataSet,
): Promise<RunCollectorRow | null> {
  const row = await knex<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId, data_set: dataSet })
    .where('run', '<', run)
    .orderBy('run', 'desc')
    .first();
  return row ?? null;
}
