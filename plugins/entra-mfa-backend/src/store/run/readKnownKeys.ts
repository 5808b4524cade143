import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { STILL_TRUE, type RecordRow } from '../sql/tables';

/** Which of the keys a data set has now. */
export async function readKnownKeys(
  knex: Knex,
  of: { tenantId: string; dataSet: string },
  keys: readonly string[],
): Promise<Set<string>> {
  const known = await knex<RecordRow>('record')
    .where({ tenant_id: of.tenantId, data_set: of.dataSet, to_run: STILL_TRUE })
    .where(keyIn(knex, 'record_key', keys))
    .pluck('record_key');
  return new Set(known);
}
