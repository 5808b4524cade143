import type { Knex } from 'knex';
import type { Mentions } from './Mentions';

/** The condition that a text may mention a person; {@link Mentions} tells whether it does. */
export function mentioning(
  mentions: Mentions,
  column: string,
): Knex.QueryCallback {
  return query => {
    query.whereRaw('1 = 0');
    for (const like of mentions.likes) {
      query.orWhereRaw('lower(??) like ?', [column, like]);
    }
  };
}
