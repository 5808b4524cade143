import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { PersonEntityRow, PersonRow } from '../sql/tables';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** All User entities of some people, the one that is shown first, by object id. */
export async function readEntityRefs(
  knex: Knex,
  view: SnapshotView,
  people: readonly Pick<PersonRow, 'object_id' | 'entity_ref'>[],
): Promise<Map<string, string[]>> {
  const inCatalog = people.filter(({ entity_ref }) => entity_ref !== null);
  const refs = new Map(
    people.map(({ object_id, entity_ref }) => [
      object_id,
      entity_ref === null ? [] : [entity_ref],
    ]),
  );
  const further = await knex<PersonEntityRow>({ f: 'person_entity' })
    .where(versionAt(view, 'f'))
    .andWhere(
      keyIn(
        knex,
        'f.object_id',
        inCatalog.map(({ object_id }) => object_id),
      ),
    )
    .orderBy('f.entity_ref')
    .select('f.object_id', 'f.entity_ref');
  for (const { object_id, entity_ref } of further) {
    refs.get(object_id)?.push(entity_ref);
  }
  return refs;
}
