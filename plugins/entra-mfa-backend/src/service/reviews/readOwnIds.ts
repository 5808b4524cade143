import type { Knex } from 'knex';
import { readSnapshot } from '../../store/read/readSnapshot';
import type { ReviewView } from '../../store/reviews/itemConditions';
import { readActors } from '../exceptions/readActors';
import type { Found } from '../Snapshots';

/**
 * The object ids of a user of the portal, as the catalog says now and as it said when the list was
 * made: so nobody decides on themselves by leaving the catalog meanwhile.
 */
export async function readOwnIds(
  knex: Knex,
  now: Found,
  { then }: ReviewView,
  userRef: string | null,
): Promise<string[]> {
  if (userRef === null) {
    return [];
  }
  const snapshot = await readSnapshot(knex, then.tenantId, then.snapshot);
  const actors = await Promise.all(
    [now, ...(snapshot ? [{ snapshot, view: then }] : [])].map(async found =>
      (await readActors(knex, found, [userRef])).get(userRef),
    ),
  );
  const ids = actors.map(actor => actor?.objectId ?? null);
  return [...new Set(ids)].filter(id => id !== null);
}
