import type { Snapshot } from '../../store/asOf/types';
import { readSnapshot } from '../../store/asOf/readSnapshot';
import {
  deviceIn,
  devicesChanged,
  devicesGone,
  readDevices,
  type DeviceRange,
} from '../../store/read/feed/readDevices';
import { NOTHING } from '../../store/sql/tables';
import { inOrderOfPseudonyms } from '../exports/inOrderOfPseudonyms';
import { toDeviceGone, toDeviceInventory } from './ocsf/deviceInventory';
import type { FeedSource } from './types';

const AT_ONCE = 1_000;

/**
 * Every device of a snapshot; or which is another since an earlier one, and which is gone. Where devices were not read
 * there are none, so what was told before of one that was read then is gone.
 */
export async function* readDeviceInventory(source: FeedSource) {
  const { knex, view, at, of, since } = source;
  const { tenantId } = view;
  const then =
    since === null ? null : await readSnapshot(knex, tenantId, since);
  const range: DeviceRange = {
    tenantId,
    version: versionIn(at),
    since: since === null ? null : versionIn(then),
  };
  for await (const keys of ordered(source, pagesOf(source, range))) {
    const bodies = await readDevices(knex, range, keys);
    for (const key of keys) {
      const id = deviceIn(key);
      const body = bodies.get(key);
      yield body
        ? toDeviceInventory(of, { id, body }, at)
        : toDeviceGone(of, id, at);
    }
  }
}

async function* pagesOf(
  { knex }: FeedSource,
  range: DeviceRange,
): AsyncGenerator<string[]> {
  yield* devicesChanged(knex, range, AT_ONCE);
  yield* devicesGone(knex, range, AT_ONCE);
}

/** In the order of ids, whoever has the directory could count to each. */
function ordered(
  { pseudonyms, view }: FeedSource,
  pages: AsyncIterable<string[]>,
): AsyncIterable<string[]> {
  return pseudonyms
    ? inOrderOfPseudonyms(pseudonyms, view.tenantId, pages, AT_ONCE, deviceIn)
    : pages;
}

function versionIn(snapshot: Snapshot | null): number {
  return JSON.parse(snapshot?.dataSets ?? '{}').devices?.version ?? NOTHING;
}
