import type { Knex } from 'knex';
import { isPostgres } from '../store/sql/dialect';

/** Lets time pass by the clock of the database: what runs have left there is so much older. */
export async function letTimePass(
  knex: Knex,
  milliseconds: number,
): Promise<void> {
  const earlier = (column: string) =>
    isPostgres(knex)
      ? knex.raw(`?? - ? * interval '1 millisecond'`, [column, milliseconds])
      : knex.raw('?? - ?', [column, milliseconds]);
  await knex('run').update({
    heartbeat_at: earlier('heartbeat_at'),
    begun_at: earlier('begun_at'),
  });
}
