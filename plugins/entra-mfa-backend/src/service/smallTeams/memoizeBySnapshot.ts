import type { Knex } from 'knex';
import type { SnapshotView } from '../../store/asOf/types';

/** A published snapshot never changes, so what was read of the last ones is kept. */
const KEPT_SNAPSHOTS = 4;

/** Keeps what is read of each of the last snapshots. */
export function memoizeBySnapshot<T>(
  read: (knex: Knex, view: SnapshotView) => Promise<T>,
): (knex: Knex, view: SnapshotView) => Promise<T> {
  const keptOf = new WeakMap<Knex, Map<string, Promise<T>>>();
  return (knex, view) => {
    const kept = keptOf.get(knex) ?? new Map<string, Promise<T>>();
    keptOf.set(knex, kept);
    const key = `${view.tenantId} ${view.snapshot}`;
    const known = kept.get(key);
    if (known) {
      return known;
    }
    // A snapshot that is published meanwhile moves rows out of what is true now: read it as a past one.
    const found = read(knex, { ...view, newest: false });
    kept.set(key, found);
    found.catch(() => kept.delete(key));
    if (kept.size > KEPT_SNAPSHOTS) {
      kept.delete([...kept.keys()][0]);
    }
    return found;
  };
}
