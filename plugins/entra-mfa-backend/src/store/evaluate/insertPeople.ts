import type { Knex } from 'knex';
import { holdRun, type Fence } from '../run/fence';
import { hasRows, insertRows, type AssessedRows } from './insertAssessed';
import {
  insertPersonChanges,
  type NewPersonChange,
} from './insertPersonChanges';

/** What a batch of people comes to. */
export interface PeopleRows {
  rows: AssessedRows;
  changes: readonly NewPersonChange[];
}

/** Writes people and what changed of them under a snapshot that is not published yet: nobody sees them until it is. */
export async function insertPeople(
  knex: Knex,
  fence: Fence,
  snapshot: number,
  { rows, changes }: PeopleRows,
): Promise<void> {
  if (!hasRows(rows) && changes.length === 0) {
    return;
  }
  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    await insertRows(trx, fence, snapshot, rows);
    await insertPersonChanges(trx, fence, snapshot, changes);
  });
}
