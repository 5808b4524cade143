import type { Stand } from '../../store/run/readStand';
import type { SnapshotDataSet } from '../../store/sql/tables';

/** Whether the catalog's ownership is another version than the last snapshot has judged. */
export function hasOwnershipChanged({
  lastSnapshot,
  dataSets,
}: Stand): boolean {
  if (!lastSnapshot) {
    return true;
  }
  const judged: Record<string, SnapshotDataSet | undefined> = JSON.parse(
    lastSnapshot.data_sets,
  );
  const id = 'catalog-ownership';
  return judged[id]?.version !== dataSets[id]?.version;
}
