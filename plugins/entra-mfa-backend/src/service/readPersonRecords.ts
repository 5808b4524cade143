import type { Knex } from 'knex';
import type { DataSetId } from '../collectors/types';
import {
  readRecordVersions,
  type RecordVersion,
} from '../store/read/readRecordVersions';
import type { Snapshot } from '../store/read/types';
import type { PersonRow, SnapshotDataSet } from '../store/tables';

const roleDataSets = ['role-assignments', 'role-eligibility'] as const;

/** The records behind a person, as they were in the versions that the snapshot judged. */
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
  const memberOf = await read('role-group-members', {
    startsWith: `${object_id}|`,
  });
  const holders = [object_id, ...memberOf.map(({ body }) => body.groupId)];
  const roles = holders.flatMap(id =>
    roleDataSets.map(dataSet => read(dataSet, { startsWith: `${id}|` })),
  );
  const records = await Promise.all([
    read('users', object_id),
    read('registrations', object_id),
    ...roles,
    memberOf,
    ...entityRefs.flatMap(ref => [
      read('catalog-users', ref),
      read('catalog-memberships', { startsWith: `${ref}|` }),
    ]),
  ]);
  return records.flat();
}
