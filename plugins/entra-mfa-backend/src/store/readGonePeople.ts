import type { Knex } from 'knex';
import { END } from './tables';

/** Object ids of people who were judged before and whom the directory no longer has. */
export async function readGonePeople(
  knex: Knex,
  of: { tenantId: string; lastSnapshot: number },
): Promise<string[]> {
  return knex('person as p')
    .where({ 'p.tenant_id': of.tenantId, 'p.to_snapshot': END })
    .where('p.from_snapshot', '<=', of.lastSnapshot)
    .whereNotExists(
      knex('record as u')
        .select(knex.raw('1'))
        .where({ 'u.data_set': 'users', 'u.to_run': END })
        .whereRaw('u.tenant_id = p.tenant_id')
        .whereRaw('u.record_key = p.object_id'),
    )
    .pluck('p.object_id');
}
