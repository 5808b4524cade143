import type { Knex } from 'knex';
import { END } from './tables';

/** Keys of report rows that belong to nobody in the directory. */
export async function readRowsWithoutPerson(
  knex: Knex,
  tenantId: string,
): Promise<string[]> {
  return knex('record as r')
    .where({
      'r.tenant_id': tenantId,
      'r.data_set': 'registrations',
      'r.to_run': END,
    })
    .whereNotExists(
      knex('record as u')
        .select(knex.raw('1'))
        .where({ 'u.data_set': 'users', 'u.to_run': END })
        .whereRaw('u.tenant_id = r.tenant_id')
        .whereRaw('u.record_key = r.record_key'),
    )
    .pluck('r.record_key');
}
