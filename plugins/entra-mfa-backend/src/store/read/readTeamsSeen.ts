import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { allowedPeople, type PersonCriteria } from './personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

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
        .from({ p: 'person_team' })
        // SQLite keeps this order. In the other one it goes through everybody for each of the teams.
        .crossJoin(knex.raw('person as h'))
        .where(versionAt(view, 'p'))
        .andWhere(versionAt(view, 'h'))
        .andWhere('h.object_id', knex.ref('p.object_id'))
        .andWhere('p.team_ref', knex.ref('t.team_ref'))
        .whereNot(allowedPeople(knex, view, allowed))
        .select(knex.raw('1')),
    )
    .pluck('t.team_ref');
}
