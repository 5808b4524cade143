import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/**
 * Lets PostgreSQL look at the tables anew after much was written, so that the first reader of a large
 * tenant does not wait on plans that were made for empty tables. It would do so itself in a minute.
 */
export async function analyze(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw(
      'ANALYZE record, person, person_team, person_role, person_entity, team, coverage, owned_entity, owner_set, owner_coverage',
    );
  }
}
