import type { Knex } from 'knex';
import { bulkInsert } from '../sql/bulkInsert';
import { holdRun, type Fence } from '../run/fence';
import { STILL_TRUE } from '../sql/tables';

/** Assessed rows by table. All rows of a table have the same columns, in the same order. */
export type AssessedRows = Partial<Record<AssessedTable, readonly object[]>>;

/** The tables that count in snapshots. */
export type AssessedTable =
  | 'person'
  | 'person_team'
  | 'person_role'
  | 'person_entity'
  | 'team'
  | 'team_lead'
  | 'coverage'
  | 'entra_group'
  | 'unmatched'
  | 'owned_entity'
  | 'owner_set'
  | 'owner_coverage';

/** Writes rows under a snapshot that is not published yet: nobody sees them until it is. */
export async function insertAssessed(
  knex: Knex,
  fence: Fence,
  snapshot: number,
  rows: AssessedRows,
): Promise<void> {
  if (!hasRows(rows)) {
    return;
  }
  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    await insertRows(trx, fence, snapshot, rows);
  });
}

/** Whether there is anything to write. */
export function hasRows(rows: AssessedRows): boolean {
  return Object.values(rows).some(some => some.length > 0);
}

/** The same as {@link insertAssessed} in a transaction that holds the run. */
export async function insertRows(
  trx: Knex.Transaction,
  { tenantId }: Fence,
  snapshot: number,
  rows: AssessedRows,
): Promise<void> {
  for (const [table, some] of Object.entries(rows)) {
    if (some.length > 0) {
      await bulkInsert(
        trx,
        table,
        ['tenant_id', 'from_snapshot', 'to_snapshot', ...Object.keys(some[0])],
        some.map(row => [
          tenantId,
          snapshot,
          STILL_TRUE,
          ...Object.values(row),
        ]),
      );
    }
  }
}
