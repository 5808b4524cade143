import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { keyIn } from '../sql/keyIn';
import type { PersonRow } from '../sql/tables';
import { allowedPeople, type PersonCriteria } from './personFilter';
import { idsOfUsers } from './usersOfPeople';

/** The people who have one of some User entities of the catalog, if the caller may see them. */
export async function readPeopleOfUsers(
  knex: Knex,
  view: SnapshotView,
  entityRefs: readonly string[],
  allowed: PersonCriteria | null,
): Promise<PersonRow[]> {
  const query = knex<PersonRow>({ p: 'person' })
    .where(versionAt(view, 'p'))
    .whereIn(
      'p.object_id',
      idsOfUsers(knex, view, ref => keyIn(knex, ref, entityRefs)),
    )
    .orderBy('p.object_id');
  if (allowed) {
    query.andWhere(allowedPeople(knex, view, allowed));
  }
  return query.select('p.*');
}
