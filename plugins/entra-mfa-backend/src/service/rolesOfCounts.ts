import type {
  PrivilegedRoles,
  RolesStatus,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { nothingRead } from '../assess/roles/nothingRead';
import type { TenantCounts } from '../assess/TenantCounts';

/** Of snapshots of earlier versions, which knew the list of that day. */
const firstList = { asOf: '2026-01-20', builtIn: 29, added: 0 };

/** What was read of roles. */
export function toRolesStatus({ roles }: TenantCounts): RolesStatus {
  return { ...nothingRead, ...roles };
}

/** Which roles counted as privileged. */
export function toPrivilegedRoles({
  privilegedRoles,
}: TenantCounts): PrivilegedRoles {
  return privilegedRoles ?? firstList;
}
