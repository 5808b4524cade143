import type { HeldRole, PersonRoles } from 'backstage-plugin-entra-mfa-common';
import { privilegedRoles } from '../assess/roles/privilegedRoles';
import type { PersonRoles as RolesForRules } from '../assess/types';
import type { DataSetId, RoleBody } from '../collectors/types';
import type { RecordVersion } from '../store/read/readRecordVersions';
import type { Snapshot } from '../store/read/types';

/** The roles of a person and of their groups, from the records of a snapshot. */
export function heldRolesOf(
  { dataSets }: Pick<Snapshot, 'dataSets'>,
  objectId: string,
  records: readonly RecordVersion[],
): PersonRoles {
  const known: Partial<Record<DataSetId, unknown>> = JSON.parse(dataSets);
  const held = (dataSet: DataSetId) =>
    known[dataSet] === undefined
      ? null
      : records
          .filter(record => record.dataSet === dataSet)
          .map(({ body }) => heldRole(body as unknown as RoleBody, objectId))
          .sort(byNameAndId);
  return {
    active: held('role-assignments'),
    eligible: held('role-eligibility'),
    groupsKnown: known['role-group-members'] !== undefined,
  };
}

/** The same as the rules are given it. */
export function toRoles(roles: PersonRoles): RolesForRules {
  const ids = (held: HeldRole[] | null) =>
    held && [...new Set(held.map(({ id }) => id))].sort();
  return {
    active: ids(roles.active),
    eligible: ids(roles.eligible),
    groupsKnown: roles.groupsKnown,
  };
}

function heldRole(
  { principalId, roleDefinitionId, directoryScopeId }: RoleBody,
  objectId: string,
): HeldRole {
  const name = privilegedRoles.get(roleDefinitionId) ?? null;
  return {
    id: roleDefinitionId,
    name,
    privileged: name !== null,
    scope: directoryScopeId,
    group: principalId === objectId ? null : principalId,
  };
}

/** Privileged ones first. */
function byNameAndId(a: HeldRole, b: HeldRole): number {
  return textOf(a) < textOf(b) ? -1 : 1;
}

function textOf({ name, id, group }: HeldRole): string {
  return `${name ? `0${name}` : '1'} ${id} ${group ?? ''}`;
}
