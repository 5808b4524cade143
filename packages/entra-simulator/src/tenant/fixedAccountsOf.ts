import {
  alwaysThere,
  inLargerTenants,
  type FixedAccount,
} from './fixedAccounts';
import { nameOf } from './names';
import type { TenantPlan } from './positions';

/** The fixed accounts of a tenant, with ids, domains and names of its own. */
export function fixedAccountsOf({
  seed,
  size,
  organization,
}: TenantPlan): readonly FixedAccount[] {
  const { domain, initialDomain, ownId } = organization;
  const accounts =
    size >= 100 ? [...alwaysThere, ...inLargerTenants] : alwaysThere;
  return accounts.map((account, index) => {
    const id = ownId(account.id);
    if (id === account.id) {
      return account;
    }
    const own = (address: string) =>
      address
        .replace(account.id, id)
        .replace(/@contoso\.onmicrosoft\.com$/, `@${initialDomain}`)
        .replace(/@contoso\.com$/, `@${domain}`);
    if (account.kind === 'leftover') {
      // A person, who works for one organisation alone.
      const { displayName, mailName } = nameOf(index, seed + 3);
      const userPrincipalName = `${mailName}@${initialDomain}`;
      return { ...account, id, displayName, userPrincipalName };
    }
    return {
      ...account,
      id,
      userPrincipalName: own(account.userPrincipalName),
      mail: account.mail && own(account.mail),
    };
  });
}
