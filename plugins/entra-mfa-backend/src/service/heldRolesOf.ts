import type {
  HeldRole,
  PersonRoles,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { isPrivilegedRole } from '../assess/roles/isPrivileged';
import type { PersonRoles as RolesForRules } from '../assess/types';
import type {
  DataSetId,
  RoleBody,
  RoleGroupMemberBody,
} from '../collectors/types';
import type { RecordVersion } from '../store/read/readRecordVersions';
import type { Snapshot } from '../store/asOf/types';
import type { TenantCounts } from '../assess/TenantCounts';
import { rolesKnown } from '../evaluate/loadRoles';
import type { RoleNames } from './readRoleNames';

/**
 * The roles of a person and of their groups, from the records of a snapshot.
 *
 * @param status - what the snapshot told of the roles: a group that was not asked for is in no record
 */
export function heldRolesOf(
  { dataSets, settings }: Pick<Snapshot, 'dataSets' | 'settings'>,
  status: TenantCounts['roles'],
  objectId: string,
  records: readonly RecordVersion[],
  names: RoleNames,
): PersonRoles {
  const known = rolesKnown({ dataSets: JSON.parse(dataSets) });
  const rules = JSON.parse(settings);
  const own = new Set([objectId, ...groupsOf(objectId, records)]);
  const rolesOf = (dataSet: DataSetId, isMember: boolean) =>
    bodiesOf<RoleBody>(records, dataSet)
      .filter(({ principalId }) => own.has(principalId) === isMember)
      .map(
        ({ principalId, roleDefinitionId, directoryScopeId }): HeldRole => ({
          id: roleDefinitionId,
          name: names.roles.get(roleDefinitionId) ?? null,
          privileged: isPrivilegedRole(roleDefinitionId, rules),
          scope: directoryScopeId,
          ...(principalId === objectId
            ? { group: null, groupName: null, membership: null }
            : {
                group: principalId,
                groupName: names.groups.get(principalId) ?? null,
                membership: isMember ? 'member' : 'eligible',
              }),
        }),
      );
  const { active, eligible, groups, groupEligibility } = known;
  // Who can become a member of a group can activate what the group holds.
  const byGroups = [
    ...rolesOf('role-eligibility', false),
    ...rolesOf('role-assignments', false),
  ];
  const canActivate = [...rolesOf('role-eligibility', true), ...byGroups].sort(
    byNameAndId,
  );
  return {
    active: active ? rolesOf('role-assignments', true).sort(byNameAndId) : null,
    eligible: eligible || byGroups.length > 0 ? canActivate : null,
    ...(!eligible && byGroups.length > 0 && { eligibleInPart: true }),
    groupsKnown: groups,
    groupEligibilityKnown:
      groupEligibility && status?.groupEligibility !== 'not-read',
  };
}

/** The same as the rules are given it. */
export function toRoles(roles: PersonRoles): RolesForRules {
  const ids = (held: HeldRole[] | null) =>
    held && [...new Set(held.map(({ id }) => id))].sort();
  const { eligibleInPart, groupsKnown, groupEligibilityKnown } = roles;
  return {
    active: ids(roles.active),
    eligible: ids(roles.eligible),
    ...(eligibleInPart && { eligibleInPart }),
    groupsKnown,
    groupEligibilityKnown,
  };
}

/** The roles and the groups with roles that records are about. */
export function roleIdsIn(records: readonly RecordVersion[]) {
  const held = (['role-assignments', 'role-eligibility'] as const).flatMap(
    dataSet => bodiesOf<RoleBody>(records, dataSet),
  );
  return {
    roles: [...new Set(held.map(({ roleDefinitionId }) => roleDefinitionId))],
    groups: [...new Set(held.map(({ principalId }) => principalId))],
  };
}

function groupsOf(
  objectId: string,
  records: readonly RecordVersion[],
): string[] {
  return bodiesOf<RoleGroupMemberBody>(records, 'role-group-members')
    .filter(({ memberId }) => memberId === objectId)
    .map(({ groupId }) => groupId);
}

function bodiesOf<Body>(
  records: readonly RecordVersion[],
  dataSet: DataSetId,
): Body[] {
  return records
    .filter(record => record.dataSet === dataSet)
    .map(({ body }) => body as Body);
}

/** Privileged ones first. */
function byNameAndId(a: HeldRole, b: HeldRole): number {
  return textOf(a) < textOf(b) ? -1 : 1;
}

function textOf({ privileged, name, id, group }: HeldRole): string {
  return `${privileged ? 0 : 1}${name ?? '~'} ${id} ${group ?? ''}`;
}
