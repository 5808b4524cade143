import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { STILL_TRUE, type ErasureRow, type RecordRow } from '../sql/tables';

/** The object ids that were erased and are not in the directory, as far as a run has read it. */
export async function readErasedAway(
  knex: Knex,
  tenantId: string,
): Promise<ReadonlySet<string>> {
  const erased: string[] = await knex<ErasureRow>('erasure')
    .where({ tenant_id: tenantId })
    .distinct('object_id')
    .pluck('object_id');
  const back: string[] = await knex<RecordRow>('record')
    .where({ tenant_id: tenantId, data_set: 'users', to_run: STILL_TRUE })
    .where(keyIn(knex, 'record_key', erased))
    .pluck('record_key');
  const away = new Set(erased);
  back.forEach(id => away.delete(id));
  return away;
}
