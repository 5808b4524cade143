import type { Knex } from 'knex';
import type { UserBody } from '../collectors/types';
import { readBodies } from '../store/run/readBodies';
import { readKeys } from '../store/run/readKeys';
import type { CatalogPeople } from './CatalogPeople';

/**
 * Tells the catalog's users whom the directory has. Where every user names an object id, that is all it
 * takes; addresses are read only where one does not.
 */
export async function matchDirectory(
  knex: Knex,
  tenantId: string,
  people: CatalogPeople,
): Promise<void> {
  const of = { tenantId, dataSet: 'users' };
  for await (const keys of readKeys(knex, of)) {
    const others = keys.filter(key => people.meet(key));
    if (others.length > 0) {
      const bodies = await readBodies<UserBody>(knex, of, others);
      for (const [objectId, body] of bodies) {
        people.claim(objectId, body);
      }
    }
  }
}
