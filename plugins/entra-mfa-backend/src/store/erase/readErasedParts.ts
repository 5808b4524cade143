import type { Knex } from 'knex';
import type { RecordRow } from '../sql/tables';

/** What the keys of the records of which a part was erased end with, in any version that is kept. */
export async function readErasedParts(
  knex: Knex,
  tenantId: string,
  dataSet: string,
): Promise<ReadonlySet<string>> {
  const keys: string[] = await knex<RecordRow>('record')
    .where({ tenant_id: tenantId, data_set: dataSet })
    .where('body', 'like', '%"erased":true}')
    .distinct('record_key')
    .pluck('record_key');
  return new Set(keys.map(key => key.slice(key.lastIndexOf('|') + 1)));
}
