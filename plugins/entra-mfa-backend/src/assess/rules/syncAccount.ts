import { leftOut } from './leftOut';

/** The name that Microsoft Entra Connect gives to its own account. */
const syncAccountName = /^Sync_.+@.+\.onmicrosoft\.com$/i;

export const syncAccount = leftOut({
  scopeClass: 'sync',
  text: 'Accounts of directory synchronisation are left out.',
  facts: ({ facts }) => ({ userPrincipalName: facts.user.userPrincipalName }),
  fits: ({ facts }) => syncAccountName.test(facts.user.userPrincipalName),
});
