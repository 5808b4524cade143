import type { Knex } from 'knex';
import { readSnapshot } from '../../store/asOf/readSnapshot';
import type { ReviewView } from '../../store/reviews/itemConditions';
import { readItemsOfAddresses } from '../../store/reviews/readItemsOfAddresses';
import { readActors } from '../exceptions/readActors';
import { versionOf } from '../exceptions/versionOf';
import type { Found } from '../Snapshots';

/** Who a user of the portal is. */
export interface Own {
  /** Their object ids, and who of the list shares an address with them. */
  ids: string[];
  /** Whether the directory has them now. */
  isKnown: boolean;
}

/**
 * The object ids of a user of the portal, as the catalog says now and as it said when the list was
 * made: so nobody decides on themselves by leaving the catalog meanwhile, or by another entity.
 */
export async function readOwnIds(
  knex: Knex,
  now: Found,
  of: ReviewView,
  userRef: string | null,
): Promise<Own> {
  if (userRef === null) {
    return { ids: [], isKnown: false };
  }
  const { then } = of;
  const snapshot = await readSnapshot(knex, then.tenantId, then.snapshot);
  const [current, past] = await Promise.all(
    [now, ...(snapshot ? [{ snapshot, view: then }] : [])].map(async found =>
      (await readActors(knex, found, [userRef])).get(userRef),
    ),
  );
  const actors = [current, past].flatMap(actor => actor ?? []);
  const sharing = await readItemsOfAddresses(
    knex,
    of,
    versionOf(now, 'users'),
    [...new Set(actors.flatMap(({ addresses }) => addresses))],
  );
  return {
    ids: [
      ...new Set([...actors.flatMap(({ objectIds }) => objectIds), ...sharing]),
    ],
    isKnown: current?.isKnown ?? false,
  };
}
