import type { Knex } from 'knex';
import { readTeamsBefore, type TeamListRow } from './readTeamsBefore';
import { teamQuery } from './teamQuery';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** One team. */
export async function readTeam(
  knex: Knex,
  view: SnapshotView,
  before: SnapshotView | null,
  teamRef: string,
): Promise<TeamListRow | null> {
  const rows = await teamQuery(knex, view).where('t.team_ref', teamRef);
  const [team] = await readTeamsBefore(knex, before, rows);
  return team ?? null;
}

/** The teams above a team, the top one first. The store holds no circles. */
export async function readAncestors(
  knex: Knex,
  view: SnapshotView,
  teamRef: string,
): Promise<{ ref: string; title: string }[]> {
  const rows = await knex
    .withRecursive('up', query =>
      query
        .from({ t: 'team' })
        .where('t.team_ref', teamRef)
        .andWhere(versionAt(view, 't'))
        .select('t.team_ref', 't.title', 't.parent_ref', 't.depth')
        .unionAll(above =>
          above
            .from({ t: 'team' })
            .join('up', 'up.parent_ref', 't.team_ref')
            .where(versionAt(view, 't'))
            .select('t.team_ref', 't.title', 't.parent_ref', 't.depth'),
        ),
    )
    .from('up')
    .whereNot('team_ref', teamRef)
    .orderBy('depth')
    .select({ ref: 'team_ref', title: 'title' });
  return rows;
}
