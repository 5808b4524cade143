import type { Knex } from 'knex';
import { keyIn } from '../keyIn';
import { allowedPeople, type PersonCriteria } from './personFilter';
import type { SnapshotView } from './types';
import { versionAt } from './versionAt';

/** Which of these teams have nobody, sub-teams included, whom the criteria do not allow. */
export async function readTeamsSeen(
  knex: Knex,
  view: SnapshotView,
  teamRefs: readonly string[],
  allowed: PersonCriteria,
): Promise<string[]> {
  return knex({ t: 'team' })
    .where(versionAt(view, 't'))
    .andWhere(keyIn(knex, 't.team_ref', teamRefs))
    .whereNotExists(hidden =>
      hidden
        .from({ m: 'person_team' })
        .join({ p: 'person' }, 'p.object_id', 'm.object_id')
        .where(versionAt(view, 'm'))
        .andWhere(versionAt(view, 'p'))
        .andWhere('m.team_ref', knex.ref('t.team_ref'))
        .whereNot(allowedPeople(knex, view, allowed))
        .select(knex.raw('1')),
    )
    .pluck('t.team_ref');
}
