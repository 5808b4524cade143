import type { ReadStatus, ReportStatus, RolesStatus } from '../assess/types';
import type { DataSetId } from '../collectors/types';
import { toDateOrNull } from '../store/instant';
import type { Stand } from '../store/readStand';
import type { ReadResult } from './readAll';

/** Whether the report says anything of anybody, and why not. An older version of it still does. */
export function reportStatus(stand: Stand, read: ReadResult): ReportStatus {
  const status = statusOf('registrations', stand, read);
  return status === 'read' && stand.reportRows === 0 ? 'report-empty' : status;
}

/** What was read of the data sets about roles, and why not. */
export function rolesStatus(stand: Stand, read: ReadResult): RolesStatus {
  return {
    active: statusOf('role-assignments', stand, read),
    eligible: statusOf('role-eligibility', stand, read),
    groups: statusOf('role-group-members', stand, read),
  };
}

function statusOf(
  dataSet: DataSetId,
  { dataSets }: Stand,
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
}: Pick<Stand, 'reportRefreshedAt' | 'lastSnapshot'>): boolean {
  const judged = toDateOrNull(lastSnapshot?.report_refreshed_at ?? null);
  return (
    reportRefreshedAt !== null &&
    (judged === null || reportRefreshedAt > judged)
  );
}
