import type {
  ReadStatus,
  RolesStatus,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

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
}: RolesStatus): { active: boolean; all: boolean } {
  const isKnown = (...parts: ReadStatus[]) => !parts.some(isNotKnown);
  return {
    active: isKnown(active, groups),
    // Of who can activate one, too: who can become a member of a group can activate what it holds.
    all: isKnown(active, eligible, groups, groupEligibility),
  };
}
