import type { Knex } from 'knex';
import type { CatalogUserBody } from '../../collectors/types';
import { readRecordsOf } from '../read/readRecordsOf';

/** What joins User entities to the directory, by ref, as it was at a version of the data set. */
export async function readUserBodies(
  knex: Knex,
  of: { tenantId: string; version: number },
  refs: readonly string[],
): Promise<Map<string, CatalogUserBody>> {
  const records = await readRecordsOf<CatalogUserBody>(
    knex,
    { ...of, dataSet: 'catalog-users' },
    { keys: refs },
  );
  return new Map(records.map(({ key, body }) => [key, body]));
}
