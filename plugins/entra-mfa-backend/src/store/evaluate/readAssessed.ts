import type { Knex } from 'knex';
import {
  STILL_TRUE,
  type CoverageRow,
  type EntraGroupRow,
  type OwnerCoverageRow,
  type OwnerSetRow,
  type TeamLeadRow,
  type TeamRow,
  type UnmatchedRow,
} from '../sql/tables';

interface Tables {
  team: TeamRow;
  team_lead: TeamLeadRow;
  coverage: CoverageRow;
  entra_group: EntraGroupRow;
  unmatched: UnmatchedRow;
  owner_set: OwnerSetRow;
  owner_coverage: OwnerCoverageRow;
}

/** Reads what the last snapshot says of the teams, their leads, the counts or the leftovers. */
export async function readAssessed<Table extends keyof Tables>(
  knex: Knex,
  table: Table,
  of: { tenantId: string; lastSnapshot: number },
): Promise<Tables[Table][]> {
  return knex(table)
    .where({ tenant_id: of.tenantId, to_snapshot: STILL_TRUE })
    .where('from_snapshot', '<=', of.lastSnapshot)
    .select('*');
}
