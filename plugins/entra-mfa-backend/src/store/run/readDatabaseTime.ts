import type { Knex } from 'knex';
import { databaseTime } from '../sql/databaseTime';
import { toDate } from '../sql/instant';

/** What time it is by the clock of the database: see {@link databaseTime}. */
export async function readDatabaseTime(knex: Knex): Promise<Date> {
  const row: { now: Date | number } = await knex
    .select({ now: databaseTime(knex) })
    .first();
  return toDate(row.now);
}
