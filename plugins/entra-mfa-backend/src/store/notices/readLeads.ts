import type { Knex } from 'knex';
import { keyIn } from '../keyIn';
import type { SnapshotView } from '../read/types';
import { versionAt } from '../read/versionAt';

/** Who leads each of the teams: users, or groups whose members lead it. */
export async function readLeads(
  knex: Knex,
  view: SnapshotView,
  teamRefs: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: { team_ref: string; lead_ref: string }[] = await knex({
    l: 'team_lead',
  })
    .where(versionAt(view, 'l'))
    .andWhere(keyIn(knex, 'l.team_ref', teamRefs))
    .orderBy(['l.team_ref', 'l.lead_ref'])
    .select('l.team_ref', 'l.lead_ref');
  const leads = new Map<string, string[]>();
  for (const { team_ref, lead_ref } of rows) {
    leads.set(team_ref, [...(leads.get(team_ref) ?? []), lead_ref]);
  }
  return leads;
}
