import type { PersonRoles, RuleSettings } from '../types';
import { privilegedRoles } from './privilegedRoles';

/** What adds to Microsoft's list. */
type Added = Pick<RuleSettings, 'privilegedRoles'>;

/**
 * Whether a person holds a privileged role, or can activate one. One that is known settles it; without
 * one, it is not known while anything about roles is not: never no.
 */
export function isPrivileged(
  roles: PersonRoles,
  settings: Added,
): boolean | null {
  const known = [...(roles.active ?? []), ...(roles.eligible ?? [])];
  if (known.some(role => isPrivilegedRole(role, settings))) {
    return true;
  }
  return roles.active &&
    roles.eligible &&
    !roles.eligibleInPart &&
    roles.groupsKnown &&
    roles.groupEligibilityKnown
    ? false
    : null;
}

/** The roles that the configuration adds to Microsoft's list; it may name one that is on it by now. */
export function addedRoles({ privilegedRoles: added }: Added): string[] {
  return added?.filter(role => !privilegedRoles.has(role)) ?? [];
}

/** Whether Microsoft marks a role as privileged, or the configuration does. */
export function isPrivilegedRole(
  roleDefinitionId: string,
  { privilegedRoles: added }: Added,
): boolean {
  return (
    privilegedRoles.has(roleDefinitionId) ||
    (added?.includes(roleDefinitionId) ?? false)
  );
}
