import type { RoleHolders } from '../assess/roles/RoleHolders';
import type { ReportStatus, RolesStatus } from '../assess/types';
import type { DataSetId } from '../collectors/types';
import type { Stand } from '../store/readStand';
import { NOTHING } from '../store/tables';
import type { ReadResult } from './readAll';

/** Whether the report says anything of anybody, and why not. An older version of it still does. */
export function reportStatus(stand: Stand, read: ReadResult): ReportStatus {
  return statusOf('registrations', stand, read);
}

/**
 * What was read of the data sets about roles, and why not. `no-licence` says that there is nothing to
 * be known: see `withoutRefused`.
 */
export function rolesStatus(
  stand: Stand,
  read: ReadResult,
  { groupEligibilityKnown }: Pick<RoleHolders, 'groupEligibilityKnown'>,
): RolesStatus {
  const statusOfRoles = (dataSet: DataSetId): ReportStatus => {
    const judged = stand.dataSets[dataSet];
    if (judged?.version === NOTHING) {
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
