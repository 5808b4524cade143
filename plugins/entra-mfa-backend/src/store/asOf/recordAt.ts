import type { Knex } from 'knex';
import { STILL_TRUE } from '../sql/tables';

/** The condition that a record was true at a version of its data set; without one, that it is now. */
export function recordAt(version: number | undefined): Knex.QueryCallback {
  return query =>
    version === undefined
      ? query.where('to_run', STILL_TRUE)
      : query.where('from_run', '<=', version).where('to_run', '>', version);
}
