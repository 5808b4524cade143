import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { PersonTeamRow } from '../sql/tables';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** Every team of each of the given people at a snapshot, with the parents of their teams, by object id. */
export async function readAllTeamsOfPeople(
  knex: Knex,
  view: SnapshotView,
  objectIds: readonly string[],
): Promise<Map<string, { ref: string; direct: boolean }[]>> {
  const rows = await knex<PersonTeamRow>({ m: 'person_team' })
    .where(versionAt(view, 'm'))
    .andWhere(keyIn(knex, 'm.object_id', objectIds))
    .select('m.object_id', 'm.team_ref', 'm.direct');
  const teams = new Map<string, { ref: string; direct: boolean }[]>();
  for (const { object_id, team_ref, direct } of rows) {
    const known = teams.get(object_id) ?? [];
    known.push({ ref: team_ref, direct: Boolean(direct) });
    teams.set(object_id, known);
  }
  return teams;
}

/** Which of the given teams each of the given people belonged to at a snapshot, by object id. */
export async function readTeamsOfPeople(
  knex: Knex,
  view: SnapshotView,
  objectIds: readonly string[],
  teamRefs: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await knex<PersonTeamRow>({ m: 'person_team' })
    .where(versionAt(view, 'm'))
    .andWhere(keyIn(knex, 'm.object_id', objectIds))
    .andWhere(keyIn(knex, 'm.team_ref', teamRefs))
    .select('m.object_id', 'm.team_ref');
  const teams = new Map<string, string[]>();
  for (const { object_id, team_ref } of rows) {
    teams.set(object_id, [...(teams.get(object_id) ?? []), team_ref]);
  }
  return teams;
}
