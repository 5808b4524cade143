import type { Knex } from 'knex';
import { STILL_TRUE } from './tables';

/**
 * The condition that a row of the report decides of somebody: of a person of the directory who is
 * enabled and, unless guests count, no guest. Of all others it says nothing.
 *
 * @param row - the alias of the row's table
 */
export function decides(
  knex: Knex,
  row: string,
  { countGuests }: { countGuests: boolean },
): Knex.QueryCallback {
  return query => {
    query.whereExists(
      knex({ holder: 'record' })
        .select(knex.raw('1'))
        .whereRaw('?? = ??', ['holder.tenant_id', `${row}.tenant_id`])
        .whereRaw('?? = ??', ['holder.record_key', `${row}.record_key`])
        .where({ 'holder.data_set': 'users', 'holder.to_run': STILL_TRUE })
        .whereNot('holder.body', 'like', '%"accountEnabled":false%')
        .where(guests => {
          if (!countGuests) {
            guests.whereRaw('lower(??) not like ?', [
              'holder.body',
              '%"usertype":"guest"%',
            ]);
          }
        }),
    );
  };
}
