import type { Knex } from 'knex';
import type { CatalogUserBody } from '../../collectors/types';
import { keyIn } from '../keyIn';
import type { RecordRow } from '../tables';

/** The object ids that User entities name, by ref, as they were at a version of the data set. */
export async function readUserObjectIds(
  knex: Knex,
  of: { tenantId: string; version: number },
  refs: readonly string[],
): Promise<Map<string, string>> {
  const rows = await knex<RecordRow>('record')
    .where({ tenant_id: of.tenantId, data_set: 'catalog-users' })
    .andWhere('from_run', '<=', of.version)
    .andWhere('to_run', '>', of.version)
    .andWhere(keyIn(knex, 'record_key', refs))
    .select('record_key', 'body');
  const objectIds = new Map<string, string>();
  for (const { record_key, body } of rows) {
    const { objectId }: CatalogUserBody = JSON.parse(body);
    if (objectId) {
      objectIds.set(record_key, objectId.toLowerCase());
    }
  }
  return objectIds;
}
