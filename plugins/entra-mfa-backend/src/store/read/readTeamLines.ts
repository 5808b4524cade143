import type { Knex } from 'knex';
import type { StoredCounts } from '../../assess/types';
import type { SnapshotView } from '../asOf/types';
import { teamQuery, type TeamRow } from './teamQuery';

/** A team with its whole line of counts. */
export interface TeamLine
  extends Pick<TeamRow, 'ref' | 'title' | 'sortName' | 'targetPermille'> {
  counts: StoredCounts;
}

/** Every team, or one, with what is counted of it and its sub-teams. */
export async function readTeamLines(
  knex: Knex,
  view: SnapshotView,
  team: string | null,
): Promise<TeamLine[]> {
  const teams = teamQuery(knex, view).select({ counts: 'c.counts' });
  const rows: (TeamRow & { counts: string })[] =
    team === null ? await teams : await teams.where('t.team_ref', team);
  return rows.map(({ ref, title, sortName, targetPermille, counts }) => ({
    ...{ ref, title, sortName, targetPermille },
    counts: JSON.parse(counts),
  }));
}
