import type { Knex } from 'knex';
import { allowedPeople, inTeams, type PersonCriteria } from './personFilter';
import type { SnapshotView } from './types';
import { versionAt } from './versionAt';

/** Whether every person of a team and its sub-teams is one that the criteria allow. */
export async function seesWholeTeam(
  knex: Knex,
  view: SnapshotView,
  teamRef: string,
  allowed: PersonCriteria,
): Promise<boolean> {
  const hidden = await knex({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(inTeams(knex, view, { refs: [teamRef], includeSubTeams: true }))
    .whereNot(allowedPeople(knex, view, allowed))
    .first('p.object_id');
  return !hidden;
}
