import type { Snapshot } from '../store/asOf/types';
import type { SnapshotDataSet } from '../store/sql/tables';

/** Whether the figures of a snapshot rest on the methods of each person, and not on the report. */
export function isFromMethods({
  dataSets,
}: Pick<Snapshot, 'dataSets'>): boolean {
  const assessed: Record<string, SnapshotDataSet | undefined> =
    JSON.parse(dataSets);
  return assessed.registrations?.from === 'methods';
}
