import type {
  Exception,
  Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { objectId } from '../../src/__testUtils__/rows';
import type { Account } from '../world/Account';
import type { AttackedCatalog } from '../world/AttackedCatalog';

const strong = new Set([
  'microsoftAuthenticatorPush',
  'mobilePhone',
  'fido2SecurityKey',
  'softwareOneTimePasscode',
]);

/** What a tenant comes to, counted from its own rows and none of the product's code. */
export interface Recounted {
  total: number;
  leftOut: Record<string, number>;
  states: Record<string, number>;
  registered: number;
  capable: number;
  strong: number;
}

/** The first class that fits leaves somebody out: disabled, guest, starts later. */
function leftOutAs(
  { enabled, userType, hireDate }: Account,
  at: Date,
): string | null {
  if (enabled === false) {
    return 'disabled';
  }
  if (userType === 'Guest') {
    return 'guest';
  }
  const today = at.toISOString().slice(0, 10);
  return hireDate && hireDate.slice(0, 10) > today ? 'future-hire' : null;
}

function stateOf(account: Account, exempt: ReadonlySet<string>): string {
  if (exempt.has(objectId(account.number))) {
    return 'exempt';
  }
  if (account.enabled === null || account.userType === null) {
    return 'unknown';
  }
  if (!account.hasRow) {
    return 'uncovered';
  }
  if (account.registered === null || account.capable === null) {
    return 'unknown';
  }
  if (account.registered) {
    return 'covered';
  }
  return account.methods.includes('externalAuthMethod')
    ? 'unknown'
    : 'uncovered';
}

/** Counts accounts as the rules say, at a time. */
export function recount(
  accounts: Iterable<Account>,
  exempt: ReadonlySet<string>,
  at: Date,
): Recounted {
  const counted: Recounted = {
    total: 0,
    leftOut: {},
    states: {},
    registered: 0,
    capable: 0,
    strong: 0,
  };
  for (const account of accounts) {
    counted.total += 1;
    const scopeClass = leftOutAs(account, at);
    if (scopeClass) {
      add(counted.leftOut, scopeClass);
      continue;
    }
    add(counted.states, stateOf(account, exempt));
    if (account.hasRow) {
      counted.registered += account.registered ? 1 : 0;
      counted.capable += account.capable ? 1 : 0;
      counted.strong += account.methods.some(one => strong.has(one)) ? 1 : 0;
    }
  }
  return counted;
}

/** The same of what the API tells. */
export function told({ directory, counts }: Overview): Recounted {
  const filled = (pairs: [string, number][]) =>
    Object.fromEntries(pairs.filter(([, count]) => count > 0));
  const { tiers } = counts!;
  return {
    total: directory!.total,
    leftOut: filled(
      directory!.leftOut.map(({ scopeClass, count }) => [scopeClass, count]),
    ),
    states: filled(
      directory!.inScope.map(({ state, count }) => [state, count]),
    ),
    registered: counts!.registered,
    capable: counts!.capable,
    strong:
      tiers.phone +
      tiers['app-or-token'] +
      tiers.passwordless +
      tiers['phishing-resistant'],
  };
}

/** Who of each team is in the directory, as the catalog truly is. */
export function recountTeams(
  accounts: ReadonlyMap<number, Account>,
  catalog: AttackedCatalog,
): Record<string, number> {
  return Object.fromEntries(
    catalog.teams.map(team => [
      `group:default/${team}`,
      [...catalog.membersOf(team)].filter(number => accounts.has(number))
        .length,
    ]),
  );
}

/** The people of exceptions in force. */
export function exemptBy(exceptions: Exception[]): Set<string> {
  return new Set(
    exceptions.flatMap(({ state, subject }) =>
      state === 'in-force' && subject.kind === 'person' && subject.id
        ? [subject.id]
        : [],
    ),
  );
}

function add(to: Record<string, number>, key: string): void {
  to[key] = (to[key] ?? 0) + 1;
}
