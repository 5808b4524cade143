import type { DataSetId } from '../../collectors/types';
import { NOTHING, type SnapshotDataSet } from '../../store/sql/tables';
import type { Found } from '../Snapshots';

/** Which version of a data set a snapshot assessed. */
export function versionOf({ snapshot }: Found, dataSet: DataSetId): number {
  const dataSets: Partial<Record<DataSetId, SnapshotDataSet>> = JSON.parse(
    snapshot.dataSets,
  );
  return dataSets[dataSet]?.version ?? NOTHING;
}
