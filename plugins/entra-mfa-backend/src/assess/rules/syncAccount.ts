import { synchronizationRoles } from '../roles/privilegedRoles';
import type { PersonRoles } from '../types';
import { leftOut } from './leftOut';

/**
 * The names that Microsoft Entra Connect (`Sync_…`) and Cloud Sync (`ADToAADSyncServiceAccount…`) give
 * to their own accounts, under the initial domain of any cloud.
 */
const syncAccountName =
  /^(Sync_[^@]+|ADToAADSyncServiceAccount[^@]*)@[^@]+\.(onmicrosoft\.com|onmicrosoft\.us|partner\.onmschina\.cn)$/i;

/** Told by a role that only such accounts hold, or by the name where roles are not known. */
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
  return active?.some(role => synchronizationRoles.has(role)) ?? false;
}
