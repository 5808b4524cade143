import type { RolesStatus } from '../types';

/**
 * Whether all of roles is known that decides who is privileged. While anything is not, nobody knows how
 * many privileged people there are, and no target of them is met. Without the licence nobody can be
 * eligible, so that nothing of it is unknown.
 */
export function allRolesKnown(roles: RolesStatus | undefined): boolean {
  return (
    roles?.active === 'read' &&
    roles.groups === 'read' &&
    [roles.eligible, roles.groupEligibility].every(
      status => status === 'read' || status === 'no-licence',
    )
  );
}
