import type { Knex } from 'knex';
import type { Actor } from '../../assess/exceptions/types';
import { readPeopleOf } from '../../store/exceptions/readPeopleOf';
import { readUserObjectIds } from '../../store/exceptions/readUserObjectIds';
import { readPersonResources } from '../../store/read/readPersonResources';
import type { SnapshotDataSet } from '../../store/tables';
import type { Found } from '../Snapshots';

/**
 * Finds out which people of the directory some users of the portal are. The object id that an entity
 * names is looked at first: entities that name the same one are one person, in the directory or not.
 */
export async function readActors(
  knex: Knex,
  { snapshot, view }: Found,
  userRefs: readonly string[],
): Promise<Map<string, Actor>> {
  const refs = [...new Set(userRefs)];
  const dataSets: Partial<Record<'catalog-users', SnapshotDataSet>> =
    JSON.parse(snapshot.dataSets);
  const version = dataSets['catalog-users']?.version ?? 0;
  const objectIds = await readUserObjectIds(
    knex,
    { tenantId: view.tenantId, version },
    refs,
  );
  const people = await readPeopleOf(knex, view, {
    entityRefs: refs,
    objectIds: [...objectIds.values()],
  });
  const resources = await readPersonResources(
    knex,
    view,
    people.map(person => person.object_id),
  );
  return new Map(
    refs.map(userRef => {
      const objectId = objectIds.get(userRef);
      const person = people.find(one =>
        objectId
          ? one.object_id === objectId
          : one.entity_refs.includes(userRef),
      );
      const teams = person && resources.get(person.object_id);
      return [
        userRef,
        {
          userRef,
          objectId: objectId ?? person?.object_id ?? null,
          userPrincipalName: person?.user_principal_name ?? null,
          teamRefs: teams?.teamRefs ?? [],
        },
      ];
    }),
  );
}
