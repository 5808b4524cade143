import type {
  ReadStatus,
  RolesStatus,
} from 'backstage-plugin-entra-mfa-common';

/** Why something of roles is not known. */
export type NotKnown = Exclude<ReadStatus, 'read' | 'no-licence'>;

/** Without the licence nobody can be eligible, so that nothing is unknown. */
export function isNotKnown(status: ReadStatus): status is NotKnown {
  return status !== 'read' && status !== 'no-licence';
}

/** Whether all are known who hold roles, and all who can activate them. */
export function whatIsKnown({
  active,
  eligible,
  groups,
  groupEligibility,
}: RolesStatus): { active: boolean; eligible: boolean; all: boolean } {
  const isKnown = (...parts: ReadStatus[]) => !parts.some(isNotKnown);
  // Who can become a member of a group can activate what the group holds: it takes all of it.
  const all = isKnown(active, eligible, groups, groupEligibility);
  return { active: isKnown(active, groups), eligible: all, all };
}
