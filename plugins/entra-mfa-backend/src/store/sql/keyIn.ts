import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** The condition that a column is one of any number of values, as one parameter. */
export function keyIn(
  knex: Knex,
  column: string | Knex.Raw,
  keys: readonly string[],
): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? = ANY(?)', [column, [...keys]])
    : knex.raw('?? IN (SELECT value FROM json_each(?))', [
        column,
        JSON.stringify(keys),
      ]);
}
