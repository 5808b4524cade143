import type { Knex } from 'knex';
import {
  END,
  type CoverageRow,
  type TeamRow,
  type UnmatchedRow,
} from './tables';

interface Tables {
  team: TeamRow;
  coverage: CoverageRow;
  unmatched: UnmatchedRow;
}

/** Reads what the last snapshot says of the teams, the counts or the leftovers. */
export async function readAssessed<Table extends keyof Tables>(
  knex: Knex,
  table: Table,
  of: { tenantId: string; lastSnapshot: number },
): Promise<Tables[Table][]> {
  return knex(table)
    .where({ tenant_id: of.tenantId, to_snapshot: END })
    .where('from_snapshot', '<=', of.lastSnapshot)
    .select('*');
}
