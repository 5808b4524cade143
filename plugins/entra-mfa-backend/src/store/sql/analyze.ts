import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** What a snapshot writes much of. */
const assessed = [
  'record',
  'person',
  'person_change',
  'person_team',
  'person_role',
  'person_entity',
  'team',
  'coverage',
  'owned_entity',
  'owner_set',
  'owner_coverage',
];

/**
 * Lets PostgreSQL look at the tables anew after much was written, so that whoever asks about a large tenant first does
 * not wait on plans that were made without it. It would do so itself in a minute.
 */
export async function analyze(
  knex: Knex,
  tables: readonly string[] = assessed,
): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw(`ANALYZE ${tables.join(', ')}`);
  }
}
