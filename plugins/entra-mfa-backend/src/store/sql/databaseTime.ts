import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/**
 * The time by the clock of the database, as columns keep times: all replicas have this clock, and each
 * has one of its own that may be wrong.
 */
export function databaseTime(knex: Knex): Knex.Raw {
  return knex.raw(
    isPostgres(knex)
      ? `date_trunc('milliseconds', clock_timestamp())`
      : `cast(round((julianday('now') - 2440587.5) * 86400000) as integer)`,
  );
}
