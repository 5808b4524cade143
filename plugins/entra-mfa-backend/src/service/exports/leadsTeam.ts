import { readAncestors } from '../../store/read/readTeam';
import { readTeamLeads } from '../../store/read/readTeamLeads';
import type { ReadContext } from '../types';

/** Whether a list is of a team that one of these leads now, or of one below it. */
export async function leadsTeam(
  { knex, snapshots }: ReadContext,
  query: { team?: string; tenant?: string; at?: string },
  refs: readonly string[],
): Promise<boolean> {
  const { tenant, at } = query;
  const team = query.team?.toLowerCase();
  if (team === undefined || at !== undefined || refs.length === 0) {
    return false;
  }
  return snapshots.read({ tenant }, async found => {
    if (!found) {
      return false;
    }
    const above = await readAncestors(knex, found.view, team);
    const all = [team, ...above.map(({ ref }) => ref)];
    const leads = await readTeamLeads(knex, found.view, all);
    return [...leads.values()].flat().some(ref => refs.includes(ref));
  });
}
