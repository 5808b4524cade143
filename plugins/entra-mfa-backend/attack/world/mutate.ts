import { newAccount, strongMethods, type Account } from './Account';
import type { AttackedTenant } from './AttackedTenant';

/** What happens to an account between two syncs. */
const mutations = {
  register: account => {
    account.registered = true;
    account.capable = true;
    account.methods = [...strongMethods[account.number % 4]];
  },
  lose: account => {
    account.registered = false;
    account.capable = false;
    account.methods = [];
  },
  recoverOnly: account => {
    account.registered = false;
    account.capable = false;
    account.methods = ['email'];
  },
  external: account => {
    account.registered = false;
    account.capable = false;
    account.methods = ['externalAuthMethod'];
  },
  notCapable: account => {
    account.capable = false;
  },
  disable: account => {
    account.enabled = false;
  },
  enable: account => {
    account.enabled = true;
  },
  beGuest: account => {
    account.userType = 'Guest';
  },
  beMember: account => {
    account.userType = 'Member';
  },
  rename: account => {
    account.renamed += 1;
  },
  loseRow: account => {
    account.hasRow = false;
  },
  haveRow: account => {
    account.hasRow = true;
  },
  startLater: account => {
    account.hireDate = '2026-12-24T00:00:00Z';
  },
  haveRole: account => {
    account.role = (['active', 'eligible', 'group'] as const)[
      account.number % 3
    ];
  },
  loseRole: account => {
    account.role = null;
  },
  nullEnabled: account => {
    account.enabled = null;
  },
  nullType: account => {
    account.userType = null;
  },
  nullRegistered: account => {
    account.registered = null;
  },
} as const satisfies Record<string, (account: Account) => void>;

/** One of {@link mutations}, or somebody who comes or goes. */
export type Mutation = keyof typeof mutations | 'leave' | 'join';

/** All of them. */
export const allMutations: readonly Mutation[] = [
  ...(Object.keys(mutations) as (keyof typeof mutations)[]),
  'leave',
  'join',
];

/** Lets it happen to somebody. Persons 1 and 2, who call, stay in the directory. */
export function mutate(
  { accounts }: AttackedTenant,
  mutation: Mutation,
  random: number,
): void {
  const numbers = [...accounts.keys()];
  const number = numbers[random % numbers.length];
  if (mutation === 'join') {
    const next = Math.max(...numbers) + 1;
    accounts.set(next, newAccount(next, random));
  } else if (mutation !== 'leave') {
    mutations[mutation](accounts.get(number)!);
  } else if (number > 2 && numbers.length > 8) {
    accounts.delete(number);
  }
}

/** Gives every property that decides a value again. */
export function heal({ accounts }: AttackedTenant): void {
  for (const account of accounts.values()) {
    account.enabled ??= true;
    account.userType ??= 'Member';
    account.registered ??= false;
    account.capable ??= false;
  }
}
