import { directorySynchronization } from '../roles/privilegedRoles';
import type { PersonRoles } from '../types';
import { leftOut } from './leftOut';

/** The name that Microsoft Entra Connect gives to its own account. */
const syncAccountName = /^Sync_.+@.+\.onmicrosoft\.com$/i;

/** Told by the role that only such accounts hold, or by the name where roles are not known. */
export const syncAccount = leftOut({
  scopeClass: 'sync',
  text: 'Accounts of directory synchronisation, told by their role or their name, are left out.',
  facts: ({ facts }) => ({
    userPrincipalName: facts.user.userPrincipalName,
    holdsSyncRole: facts.roles.active && holdsSyncRole(facts.roles),
  }),
  fits: ({ facts }) =>
    holdsSyncRole(facts.roles) ||
    syncAccountName.test(facts.user.userPrincipalName),
});

function holdsSyncRole({ active }: PersonRoles): boolean {
  return active?.includes(directorySynchronization) ?? false;
}
