import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { STILL_TRUE, type RecordRow } from '../sql/tables';

/** Reads the current records with the given keys, by key. */
export async function readBodies<Body>(
  knex: Knex,
  of: { tenantId: string; dataSet: string },
  keys: readonly string[],
): Promise<Map<string, Body>> {
  const rows = await knex<RecordRow>('record')
    .where({ tenant_id: of.tenantId, data_set: of.dataSet, to_run: STILL_TRUE })
    .where(keyIn(knex, 'record_key', keys))
    .select('record_key', 'body');
  return new Map(rows.map(row => [row.record_key, JSON.parse(row.body)]));
}
