import type { Knex } from 'knex';
import type { Actor } from '../../assess/exceptions/types';
import { readAddresses } from '../../store/exceptions/readAddresses';
import { readPeopleOf } from '../../store/exceptions/readPeopleOf';
import { readUserBodies } from '../../store/exceptions/readUserBodies';
import { readPersonResources } from '../../store/read/readPersonResources';
import type { Found } from '../Snapshots';
import { versionOf } from './versionOf';

/**
 * Finds out which people of the directory some users of the portal are. The object id that an entity
 * names is looked at first: entities that name the same one are one person, in the directory or not.
 * Whoever shares an address, by whichever of their User entities, is the same person too.
 */
export async function readActors(
  knex: Knex,
  found: Found,
  userRefs: readonly string[],
): Promise<Map<string, Actor>> {
  const { view } = found;
  const refs = [...new Set(userRefs)];
  const users = {
    tenantId: view.tenantId,
    version: versionOf(found, 'catalog-users'),
  };
  const bodies = await readUserBodies(knex, users, refs);
  const people = await readPeopleOf(knex, view, {
    entityRefs: refs,
    objectIds: [...bodies.values()].flatMap(({ objectId }) => objectId ?? []),
  });
  const objectIds = people.map(person => person.object_id);
  const [resources, addresses, others] = await Promise.all([
    readPersonResources(knex, view, objectIds),
    readAddresses(
      knex,
      { tenantId: view.tenantId, version: versionOf(found, 'users') },
      objectIds,
    ),
    readUserBodies(
      knex,
      users,
      people.flatMap(person => person.entity_refs),
    ),
  ]);
  return new Map(
    refs.map(userRef => {
      const body = bodies.get(userRef);
      const objectId = body?.objectId?.toLowerCase();
      const person = people.find(one =>
        objectId
          ? one.object_id === objectId
          : one.entity_refs.includes(userRef),
      );
      const mails = [
        body,
        ...(person?.entity_refs ?? []).map(others.get, others),
      ];
      return [
        userRef,
        {
          userRef,
          objectIds: [objectId ?? person?.object_id ?? []].flat(),
          isKnown: person !== undefined,
          userPrincipalName: person?.user_principal_name ?? null,
          addresses: [
            ...new Set([
              ...mails.flatMap(user => user?.email?.toLowerCase() ?? []),
              ...((person && addresses.get(person.object_id)) ?? []),
            ]),
          ],
          teamRefs: (person && resources.get(person.object_id)?.teamRefs) ?? [],
        },
      ];
    }),
  );
}
