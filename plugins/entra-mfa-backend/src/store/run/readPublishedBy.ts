import type { Knex } from 'knex';
import type { Fence } from './fence';
import type { DataSetRow } from '../sql/tables';

/** The data sets whose version a run has published: it has read them whole. */
export async function readPublishedBy(
  knex: Knex,
  { tenantId, run }: Fence,
): Promise<Set<string>> {
  const ids = await knex<DataSetRow>('data_set')
    .where({ tenant_id: tenantId, read_run: run })
    .pluck('data_set');
  return new Set(ids);
}
