import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { allowedPeople, type PersonCriteria } from './personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** Which of these teams have somebody, in them or in their sub-teams, whom the criteria allow. */
export async function readTeamsSeenInPart(
  knex: Knex,
  view: SnapshotView,
  teamRefs: readonly string[],
  allowed: PersonCriteria,
): Promise<string[]> {
  return knex({ p: 'person' })
    .join({ m: 'person_team' }, 'm.object_id', 'p.object_id')
    .where(versionAt(view, 'p'))
    .andWhere(allowedPeople(knex, view, allowed))
    .andWhere(versionAt(view, 'm'))
    .andWhere(keyIn(knex, 'm.team_ref', teamRefs))
    .distinct()
    .pluck('m.team_ref');
}
