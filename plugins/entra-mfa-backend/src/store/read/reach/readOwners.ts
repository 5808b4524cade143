import type { Knex } from 'knex';
import { keyIn } from '../../sql/keyIn';
import type { SnapshotView } from '../../asOf/types';
import { usersOfPeople } from '../usersOfPeople';
import { versionAt } from '../../asOf/versionAt';

/** One owner of a set. */
export interface OwnerRow {
  owner_set: string;
  ref: string;
  /** Of a team that the catalog had. */
  title: string | null;
  /** Whether the directory had somebody who is the User. */
  is_person: boolean;
}

/** The owners of some sets, in the order of their refs. */
export async function readOwners(
  knex: Knex,
  view: SnapshotView,
  sets: readonly string[],
): Promise<OwnerRow[]> {
  const rows: (Omit<OwnerRow, 'is_person'> & { person: string | null })[] =
    await knex({ s: 'owner_set' })
      .leftJoin(
        knex({ t: 'team' })
          .where(versionAt(view, 't'))
          .select('t.team_ref', 't.title')
          .as('team'),
        'team.team_ref',
        's.owner_ref',
      )
      .leftJoin(
        usersOfPeople(
          knex,
          view,
          ref => users =>
            users.whereIn(ref, owners =>
              owners
                .from({ o: 'owner_set' })
                .where(versionAt(view, 'o'))
                .andWhere(keyIn(knex, 'o.owner_set', sets))
                .select('o.owner_ref'),
            ),
        ).as('person'),
        'person.entity_ref',
        's.owner_ref',
      )
      .where(versionAt(view, 's'))
      .andWhere(keyIn(knex, 's.owner_set', sets))
      .orderBy(['s.owner_set', 's.owner_ref'])
      .select({
        owner_set: 's.owner_set',
        ref: 's.owner_ref',
        title: 'team.title',
        person: 'person.entity_ref',
      });
  return rows.map(({ person, ...row }) => ({
    ...row,
    is_person: person !== null,
  }));
}
