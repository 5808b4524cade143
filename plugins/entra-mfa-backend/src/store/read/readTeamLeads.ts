import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { TeamLeadRow } from '../sql/tables';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/**
 * Who leads each of these teams, as the catalog says of the team itself: users, or groups whose
 * members lead it, sorted. A team without a lead is not in the map.
 */
export async function readTeamLeads(
  knex: Knex,
  view: SnapshotView,
  teamRefs: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: Pick<TeamLeadRow, 'team_ref' | 'lead_ref'>[] = await knex({
    l: 'team_lead',
  })
    .where(versionAt(view, 'l'))
    .andWhere(keyIn(knex, 'l.team_ref', [...new Set(teamRefs)]))
    .orderBy('l.lead_ref')
    .select('l.team_ref', 'l.lead_ref');
  const leads = new Map<string, string[]>();
  for (const { team_ref, lead_ref } of rows) {
    leads.set(team_ref, [...(leads.get(team_ref) ?? []), lead_ref]);
  }
  return leads;
}
