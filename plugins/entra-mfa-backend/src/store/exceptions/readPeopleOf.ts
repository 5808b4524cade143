import type { Knex } from 'knex';
import { keyIn } from '../keyIn';
import type { SnapshotView } from '../read/types';
import { versionAt } from '../read/versionAt';
import type { PersonRow } from '../tables';

/** What tells who somebody is. */
export type Identity = Pick<
  PersonRow,
  'object_id' | 'entity_ref' | 'user_principal_name'
>;

/** The people of User entities and of object ids. */
export async function readPeopleOf(
  knex: Knex,
  view: SnapshotView,
  of: { entityRefs: readonly string[]; objectIds: readonly string[] },
): Promise<Identity[]> {
  return knex<PersonRow>({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(one =>
      one
        .where(keyIn(knex, 'p.entity_ref', of.entityRefs))
        .orWhere(keyIn(knex, 'p.object_id', of.objectIds)),
    )
    .select('p.object_id', 'p.entity_ref', 'p.user_principal_name');
}
