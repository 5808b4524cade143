import type { Knex } from 'knex';
import { keyIn } from '../../sql/keyIn';
import { allowedPeople, type PersonCriteria } from '../personFilter';
import type { SnapshotView } from '../../asOf/types';
import { usersOfPeople } from '../usersOfPeople';
import { versionAt } from '../../asOf/versionAt';

/**
 * Of some sets of owners, those with somebody whom the criteria do not allow. For small sets: it goes
 * through all of their people.
 */
export async function readHiddenSets(
  knex: Knex,
  view: SnapshotView,
  sets: readonly string[],
  allowed: PersonCriteria,
): Promise<Set<string>> {
  const people = knex({ s: 'owner_set' })
    .join({ m: 'person_team' }, 'm.team_ref', 's.owner_ref')
    .where(versionAt(view, 's'))
    .andWhere(versionAt(view, 'm'))
    .andWhere(keyIn(knex, 's.owner_set', sets))
    .select({ owner_set: 's.owner_set', object_id: 'm.object_id' })
    .unionAll(users =>
      users
        .from({ s: 'owner_set' })
        .join(
          usersOfPeople(
            knex,
            view,
            ref => user =>
              user.whereIn(ref, owners =>
                owners
                  .from({ o: 'owner_set' })
                  .where(versionAt(view, 'o'))
                  .andWhere(keyIn(knex, 'o.owner_set', sets))
                  .select('o.owner_ref'),
              ),
          ).as('u'),
          'u.entity_ref',
          's.owner_ref',
        )
        .where(versionAt(view, 's'))
        .andWhere(keyIn(knex, 's.owner_set', sets))
        .select({ owner_set: 's.owner_set', object_id: 'u.object_id' }),
    );
  const hidden: string[] = await knex
    .from(people.as('o'))
    .join({ p: 'person' }, 'p.object_id', 'o.object_id')
    .where(versionAt(view, 'p'))
    .whereNot(allowedPeople(knex, view, allowed))
    .distinct('o.owner_set')
    .pluck('o.owner_set');
  return new Set(hidden);
}
