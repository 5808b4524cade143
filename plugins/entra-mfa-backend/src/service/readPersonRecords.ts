import type { Knex } from 'knex';
import type { DataSetId } from '../collectors/types';
import {
  readRecordVersions,
  type RecordVersion,
} from '../store/read/readRecordVersions';
import type { Snapshot } from '../store/asOf/types';
import type { PersonRow, SnapshotDataSet } from '../store/sql/tables';
import { groupsBehind } from '../evaluate/groupsBehind';

const roleDataSets = ['role-assignments', 'role-eligibility'] as const;

/** The records behind a person, as they were in the versions that the snapshot assessed. */
export async function readPersonRecords(
  knex: Knex,
  snapshot: Snapshot,
  tenantId: string,
  { object_id }: PersonRow,
  entityRefs: readonly string[],
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
  const readOf = async (dataSet: DataSetId, ids: readonly string[]) =>
    (
      await Promise.all(ids.map(id => read(dataSet, { startsWith: `${id}|` })))
    ).flat();
  const { members, eligible, principals } = await groupsBehind(
    [object_id],
    readOf,
  );
  // What other modules bring, see AddedDataSets.
  const added = (Object.keys(dataSets) as DataSetId[]).filter(id =>
    id.includes('/'),
  );
  const records = await Promise.all([
    read('users', object_id),
    read('leave-dates', object_id),
    read('registrations', object_id),
    ...added.map(dataSet => read(dataSet, object_id)),
    ...roleDataSets.map(dataSet => readOf(dataSet, principals)),
    members,
    eligible,
    readOf('policy-group-members', [object_id]),
    readOf('registration-events', [object_id]),
    read('risky-users', object_id),
    read('mailbox-purpose', object_id),
    readOf('risk-detections', [object_id]),
    readOf('devices', [object_id]),
    readOf('scope-group-members', [object_id]),
    ...entityRefs.flatMap(ref => [
      read('catalog-users', ref),
      read('catalog-memberships', { startsWith: `${ref}|` }),
    ]),
  ]);
  return records.flat();
}
