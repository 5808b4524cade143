import type { Knex } from 'knex';
import type { DataSetId } from '../collectors/types';
import {
  readRecordVersions,
  type RecordVersion,
} from '../store/read/readRecordVersions';
import type { Snapshot } from '../store/read/types';
import type { PersonRow, SnapshotDataSet } from '../store/tables';

/** The records behind a person, as they were in the versions that the snapshot judged. */
export async function readPersonRecords(
  knex: Knex,
  snapshot: Snapshot,
  tenantId: string,
  { object_id, entity_ref }: PersonRow,
): Promise<RecordVersion[]> {
  const dataSets: Partial<Record<DataSetId, SnapshotDataSet>> = JSON.parse(
    snapshot.dataSets,
  );
  const read = async (
    dataSet: DataSetId,
    key: string | { startsWith: string },
  ) => {
    const version = dataSets[dataSet]?.version;
    return version === undefined
      ? []
      : readRecordVersions(knex, { tenantId, dataSet, version }, key);
  };
  const records = await Promise.all([
    read('users', object_id),
    read('registrations', object_id),
    ...(entity_ref
      ? [
          read('catalog-users', entity_ref),
          read('catalog-memberships', { startsWith: `${entity_ref}|` }),
        ]
      : []),
  ]);
  return records.flat();
}
