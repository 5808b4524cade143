import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/**
 * A column as a condition on it is written that shall not choose the index. SQLite keeps no statistics, and takes a range
 * of snapshots for a narrow one: it would go through a whole tenant by name, row by row across the table.
 */
export function ofNoIndex(knex: Knex, column: string): string {
  return isPostgres(knex) ? column : `+${column}`;
}
