import type { Knex } from 'knex';
import { keyIn } from './keyIn';
import type { Keys } from '../../packed/Keys';

const KEYS_AT_ONCE = 10_000;

/**
 * Runs a statement for some keys after the other, so that no more than some are a statement's
 * parameter, however many there are.
 *
 * @param run - given the condition that the column is one of them
 */
export async function eachKeyIn(
  knex: Knex,
  column: string,
  keys: Keys,
  run: (isOne: Knex.Raw) => PromiseLike<unknown>,
): Promise<void> {
  for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) {
    await run(keyIn(knex, column, keys.slice(start, start + KEYS_AT_ONCE)));
  }
}
