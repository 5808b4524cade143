import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { readEntityRefs } from '../read/readEntityRefs';
import type { SnapshotView } from '../asOf/types';
import { idsOfUsers } from '../read/usersOfPeople';
import { versionAt } from '../asOf/versionAt';
import type { PersonRow } from '../sql/tables';

/** What tells who somebody is. */
export interface Identity
  extends Pick<PersonRow, 'object_id' | 'user_principal_name'> {
  entity_refs: readonly string[];
}

/** The people of User entities and of object ids. */
export async function readPeopleOf(
  knex: Knex,
  view: SnapshotView,
  of: { entityRefs: readonly string[]; objectIds: readonly string[] },
): Promise<Identity[]> {
  const people = await knex<PersonRow>({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(one =>
      one
        .whereIn(
          'p.object_id',
          idsOfUsers(knex, view, ref => keyIn(knex, ref, of.entityRefs)),
        )
        .orWhere(keyIn(knex, 'p.object_id', of.objectIds)),
    )
    .select('p.object_id', 'p.entity_ref', 'p.user_principal_name');
  const refs = await readEntityRefs(knex, view, people);
  return people.map(({ object_id, user_principal_name }) => ({
    object_id,
    user_principal_name,
    entity_refs: refs.get(object_id) ?? [],
  }));
}
