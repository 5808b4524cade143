import type { Knex } from 'knex';
import type { ErasureRow } from '../sql/tables';

/** Keeps that somebody was forgotten, by whom and why. */
export async function insertErasure(
  knex: Knex,
  row: ErasureRow,
): Promise<void> {
  await knex<ErasureRow>('erasure').insert(row);
}
