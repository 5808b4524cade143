import { InputError } from '@backstage/errors';
import type { FeedClass } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readSnapshot } from '../../store/asOf/readSnapshot';
import type { SnapshotView } from '../../store/asOf/types';
import { readKeptFrom } from '../../store/asOf/keptFrom';
import type { Pseudonyms } from '../exports/Pseudonyms';
import { readPseudonyms } from '../exports/readPseudonyms';
import type { QueryOf, ReadContext } from '../types';
import { readAccountChanges } from './readAccountChanges';
import { readBaseEvents } from './readBaseEvents';
import { readComplianceFindings } from './readComplianceFindings';
import { readDeviceInventory } from './readDeviceInventory';
import { readUserInventory } from './readUserInventory';
import type { FeedReader, FeedSource } from './types';

/** A feed that was begun, ready to be sent. */
export interface Feed {
  /** Null where none is configured. */
  tenantId: string | null;
  /** Which key made the pseudonyms; null where the feed gives names. */
  keyId: string | null;
  /** The snapshot that it is told from, and from which to ask next; 0 before the first. */
  next: number;
  events: AsyncIterable<object>;
}

/** Each class with what reads it. Which fields of OCSF it fills is said in `ocsf`. */
const readers: Record<FeedClass, FeedReader> = {
  'user-inventory': readUserInventory,
  'account-change': readAccountChanges,
  'device-inventory': readDeviceInventory,
  'compliance-finding': readComplianceFindings,
  'base-event': readBaseEvents,
};

/** Classes that need no pseudonyms. */
const namesNobody: ReadonlySet<FeedClass> = new Set([
  'compliance-finding',
  'base-event',
]);

/** What a class tells of one snapshot, or of what changed since an earlier one. */
export async function openFeed(
  context: ReadContext,
  feedClass: FeedClass,
  query: QueryOf<'getFeed'>,
): Promise<Feed> {
  const { snapshots, config } = context;
  const found = await snapshots.read(query, async one => one);
  const pseudonyms =
    query.names || namesNobody.has(feedClass)
      ? null
      : await readPseudonyms(config.exports);
  const keyId = pseudonyms && pseudonyms.keyId;
  if (!found) {
    const tenantId = await snapshots.tenantOf(query.tenant);
    return { tenantId, keyId, next: 0, events: nothing() };
  }
  const { snapshot } = found;
  // What is published while it is sent does not change it.
  const view: SnapshotView = { ...found.view, newest: false };
  const since = query.since ?? null;
  await refuseUnknown(context, view, since);
  const source: FeedSource = {
    knex: context.knex,
    frameworks: context.frameworks,
    view,
    at: snapshot,
    since,
    pseudonyms,
    of: {
      tenantId: view.tenantId,
      keyId,
      uidOf: uidOf(view.tenantId, pseudonyms),
    },
  };
  return {
    tenantId: view.tenantId,
    keyId,
    next: snapshot.number,
    events: readers[feedClass](source),
  };
}

function uidOf(tenantId: string, pseudonyms: Pseudonyms | null) {
  return (objectId: string) =>
    pseudonyms ? pseudonyms.of(tenantId, objectId) : objectId;
}

/** Since before the first is since ever. */
async function refuseUnknown(
  { knex }: ReadContext,
  { tenantId, snapshot }: SnapshotView,
  since: number | null,
): Promise<void> {
  if (since === null || since === 0) {
    return;
  }
  const { people_from: first } = await readKeptFrom(knex, tenantId);
  if (
    since > snapshot ||
    since < first ||
    !(await readSnapshot(knex, tenantId, since))
  ) {
    throw new InputError(
      `Parameter 'since' must be the number of a snapshot ${
        first > 1 ? `from ${first} ` : ''
      }up to ${snapshot}: start again without it`,
    );
  }
}

async function* nothing() {}
