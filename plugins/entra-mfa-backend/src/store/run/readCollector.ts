import type { DataSet } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { Fence } from './fence';
import type { RunCollectorRow } from '../sql/tables';

/** What one collector has done in a run; null where it has not begun. */
export async function readCollector(
  knex: Knex,
  { tenantId, run }: Fence,
  dataSet: DataSet,
): Promise<RunCollectorRow | null> {
  const row = await knex<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId, run, data_set: dataSet })
    .first();
  return row ?? null;
}
