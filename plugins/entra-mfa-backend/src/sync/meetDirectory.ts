import type { Knex } from 'knex';
import type { UserBody } from '../collectors/types';
import { readBodies } from '../store/readBodies';
import { readKeys } from '../store/readKeys';
import type { CatalogPeople } from './CatalogPeople';

/**
 * Tells the catalog's users whom the directory has. Of people whom a user names by object id, that is
 * all it takes; the addresses are read of the others only, and only where a user has no object id.
 */
export async function meetDirectory(
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
