import type { Knex } from 'knex';
import type { SnapshotView } from '../../asOf/types';
import { usersOfPeople } from '../usersOfPeople';
import { versionAt } from '../../asOf/versionAt';

/** The condition that a person, `p`, is behind one of the owners of a set, as a User or by a team. */
export function ownsThrough(
  knex: Knex,
  view: SnapshotView,
  ownerSet: string,
): Knex.QueryCallback {
  const owners = () =>
    knex({ s: 'owner_set' })
      .where('s.owner_set', ownerSet)
      .andWhere(versionAt(view, 's'))
      .select('s.owner_ref');
  // One list of ids, and not two conditions: the people are found by it then, and not gone through.
  return query =>
    query.whereIn('p.object_id', ids =>
      ids
        .from({ m: 'person_team' })
        .where(versionAt(view, 'm'))
        .whereIn('m.team_ref', owners())
        .select('m.object_id')
        .unionAll(users =>
          users
            .from(
              usersOfPeople(
                knex,
                view,
                ref => user => user.whereIn(ref, owners()),
              ).as('user'),
            )
            .select('user.object_id'),
        ),
    );
}
