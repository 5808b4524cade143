import {
  readNewestNumber,
  readSnapshot,
  readSnapshotAt,
} from '../../store/asOf/readSnapshot';
import type { Snapshot } from '../../store/asOf/types';
import { timeOf } from '../timeOf';
import type { ReadContext } from '../types';

/**
 * The snapshot that was the newest when the list of syncs ends, which may be before there was any; null where
 * there was none.
 */
export async function runSnapshotOf(
  { knex, clock, snapshots }: ReadContext,
  { tenant, at }: { tenant?: string; at?: string },
): Promise<Snapshot | null> {
  const tenantId = await snapshots.tenantOf(tenant);
  if (tenantId === null) {
    return null;
  }
  return at === undefined
    ? readSnapshot(knex, tenantId, await readNewestNumber(knex, tenantId))
    : readSnapshotAt(knex, tenantId, timeOf(at, clock.now()));
}
