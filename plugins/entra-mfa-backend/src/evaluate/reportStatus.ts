import type { RoleHolders } from '../assess/roles/RoleHolders';
import type { ReadStatus, ReportStatus, RolesStatus } from '../assess/types';
import type { DataSetId } from '../collectors/types';
import { toDateOrNull } from '../store/sql/instant';
import type { DataSetVersions } from '../store/run/readDataSetVersions';
import { NOTHING } from '../store/sql/tables';
import type { ReadResult } from '../collect/readAll';

/** Whether the report says anything of anybody, and why not. An older version of it still does. */
export function reportStatus(
  stand: DataSetVersions,
  read: ReadResult,
): ReportStatus {
  const status = statusOf('registrations', stand, read);
  return status === 'read' && stand.reportRows === 0 ? 'report-empty' : status;
}

/**
 * What was read of the data sets about roles, and why not. `no-licence` says that there is nothing to
 * be known: see `withoutRefused`.
 */
export function rolesStatus(
  stand: DataSetVersions,
  read: ReadResult,
  { groupEligibilityKnown }: Pick<RoleHolders, 'groupEligibilityKnown'>,
): RolesStatus {
  const statusOfRoles = (dataSet: DataSetId): ReadStatus => {
    const assessed = stand.dataSets[dataSet];
    if (assessed?.version === NOTHING) {
      return 'no-licence';
    }
    const status = statusOf(dataSet, stand, read);
    return status === 'no-licence' ? 'not-read' : status;
  };
  const groupEligibility = statusOfRoles('role-group-eligibility');
  return {
    active: statusOfRoles('role-assignments'),
    eligible: statusOfRoles('role-eligibility'),
    groups: statusOfRoles('role-group-members'),
    groupEligibility:
      groupEligibility === 'read' && !groupEligibilityKnown
        ? 'not-read'
        : groupEligibility,
  };
}

function statusOf(
  dataSet: DataSetId,
  { dataSets }: DataSetVersions,
  { missing }: ReadResult,
): ReadStatus {
  if (dataSets[dataSet]) {
    return 'read';
  }
  const code = missing.find(one => one.collector.id === dataSet)?.explanation
    .problem.code;
  return code === 'no-licence' || code === 'no-permission' ? code : 'not-read';
}

/** Whether Microsoft refreshed the report since the snapshot before: two reads of one are the same. */
export function isNewReport({
  reportRefreshedAt,
  lastSnapshot,
}: Pick<DataSetVersions, 'reportRefreshedAt' | 'lastSnapshot'>): boolean {
  const assessed = toDateOrNull(lastSnapshot?.report_refreshed_at ?? null);
  return (
    reportRefreshedAt !== null &&
    (assessed === null || reportRefreshedAt > assessed)
  );
}
