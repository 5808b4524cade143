import type { PersonRoles } from '../types';
import { privilegedRoles } from './privilegedRoles';

/**
 * Whether a person holds a privileged role, or can activate one. One that is known settles it; without
 * one, it is not known while anything about roles is not: never no.
 */
export function isPrivileged(roles: PersonRoles): boolean | null {
  const known = [...(roles.active ?? []), ...(roles.eligible ?? [])];
  if (known.some(role => privilegedRoles.has(role))) {
    return true;
  }
  return roles.active && roles.eligible && roles.groupsKnown ? false : null;
}
