import type { ReportStatus, RolesStatus } from '../assess/types';
import type { DataSetId } from '../collectors/types';
import type { Stand } from '../store/readStand';
import type { ReadResult } from './readAll';

/** Whether the report says anything of anybody, and why not. An older version of it still does. */
export function reportStatus(stand: Stand, read: ReadResult): ReportStatus {
  return statusOf('registrations', stand, read);
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
): ReportStatus {
  if (dataSets[dataSet]) {
    return 'read';
  }
  const code = missing.find(one => one.collector.id === dataSet)?.explanation
    .problem.code;
  return code === 'no-licence' || code === 'no-permission' ? code : 'not-read';
}

/** Whether the report was read whole since the snapshot before. */
export function reportReadAgain({ dataSets, lastSnapshot }: Stand): boolean {
  const judged: Stand['dataSets'] = lastSnapshot
    ? JSON.parse(lastSnapshot.data_sets)
    : {};
  return dataSets.registrations?.readRun !== judged.registrations?.readRun;
}
