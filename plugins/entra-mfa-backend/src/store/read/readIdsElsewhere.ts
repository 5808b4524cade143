import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { STILL_TRUE, type RecordRow } from '../sql/tables';

/** Which of the object ids are people of one of those tenants. */
export async function readIdsElsewhere(
  knex: Knex,
  tenantIds: readonly string[],
  objectIds: readonly string[],
): Promise<Set<string>> {
  if (tenantIds.length === 0) {
    return new Set();
  }
  const ids = await knex<RecordRow>('record')
    .where({ data_set: 'users', to_run: STILL_TRUE })
    .where(keyIn(knex, 'tenant_id', tenantIds))
    .where(keyIn(knex, 'record_key', objectIds))
    .pluck('record_key');
  return new Set(ids);
}
