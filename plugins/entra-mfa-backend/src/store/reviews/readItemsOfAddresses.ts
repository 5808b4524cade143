import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect';
import { itemsOf, type ReviewView } from './itemConditions';

/**
 * Who of a review's list has one of these addresses (in lower case) as user principal name or mail, at a
 * version of the directory.
 */
export async function readItemsOfAddresses(
  knex: Knex,
  of: ReviewView,
  version: number,
  addresses: readonly string[],
): Promise<string[]> {
  if (addresses.length === 0) {
    return [];
  }
  const lower = (field: string) =>
    knex.raw(
      isPostgres(knex)
        ? `lower(r.body::json ->> '${field}')`
        : `lower(json_extract(r.body, '$.${field}'))`,
    );
  const rows: { object_id: string }[] = await itemsOf(knex, of, null)
    .join({ r: 'record' }, on =>
      on
        .on('r.tenant_id', 'i.tenant_id')
        .andOn('r.record_key', 'i.object_id')
        .andOnVal('r.data_set', 'users'),
    )
    .andWhere('r.from_run', '<=', version)
    .andWhere('r.to_run', '>', version)
    .andWhere(either =>
      either
        .whereIn(lower('userPrincipalName') as never, addresses)
        .orWhereIn(lower('mail') as never, addresses),
    )
    .select('i.object_id');
  return rows.map(({ object_id }) => object_id);
}
