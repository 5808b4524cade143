import type { DataSetVersions } from '../../store/run/readDataSetVersions';
import type { SnapshotDataSet } from '../../store/sql/tables';

/** Whether the catalog's ownership is another version than the last snapshot has assessed. */
export function hasOwnershipChanged({
  lastSnapshot,
  dataSets,
}: DataSetVersions): boolean {
  if (!lastSnapshot) {
    return true;
  }
  const assessed: Record<string, SnapshotDataSet | undefined> = JSON.parse(
    lastSnapshot.data_sets,
  );
  const id = 'catalog-ownership';
  return assessed[id]?.version !== dataSets[id]?.version;
}
