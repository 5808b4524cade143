import { createHash } from 'crypto';
import {
  bases,
  tierOfMethod,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { defaultRules, factsOf, type FactsOf } from '../__testUtils__/facts';
import { assessPerson } from './assessPerson';
import { codeVersions } from './codeVersions';
import { followEnablement } from './enablement';
import {
  directorySynchronization,
  globalAdministrator,
  onPremisesDirectorySync,
  privilegedRoles,
} from './roles/privilegedRoles';
import { RoleHolders } from './roles/RoleHolders';
import type { RuleSettings } from './types';

const asOf = new Date('2026-11-21T08:00:00Z');

/** Every combination of one value of each list. */
function* product<T extends Record<string, readonly unknown[]>>(
  lists: T,
): Generator<{ [K in keyof T]: T[K][number] }> {
  const [name, ...others] = Object.keys(lists);
  if (name === undefined) {
    yield {} as { [K in keyof T]: T[K][number] };
    return;
  }
  const rest = Object.fromEntries(others.map(key => [key, lists[key]]));
  for (const value of lists[name]) {
    for (const one of product(rest)) {
      yield { [name]: value, ...one } as { [K in keyof T]: T[K][number] };
    }
  }
}

const rolesOf = (active: string[] | null, eligible: string[] | null) => ({
  active,
  eligible,
  groupsKnown: active !== null,
  groupEligibilityKnown: active !== null,
});
const userPrincipalNames = [
  'ada.berg@contoso.com',
  'ada_fabrikam.com#EXT#@contoso.onmicrosoft.com',
  'Sync_SRV1_0a1b2c@contoso.onmicrosoft.com',
  'Sync_SRV1_0a1b2c@contoso.com',
  'Sync_SRV1_0a1b2c@contoso.onmicrosoft.us',
  'Sync_SRV1_0a1b2c@contoso.partner.onmschina.cn',
  'ADToAADSyncServiceAccount@contoso.onmicrosoft.com',
  'ADToAADSyncServiceAccount@contoso.com',
  'package_6ba7b810-9dad-11d1-80b4-00c04fd430c8@contoso.com',
  'svc-build@contoso.com',
  'SVC-Deploy@contoso.com',
  // The same kinds in another case.
  'ada_fabrikam.com#ext#@contoso.onmicrosoft.com',
  'SYNC_srv1_0A1B2C@contoso.ONMICROSOFT.com',
  'adtoaadsyncserviceaccount@contoso.onmicrosoft.com',
  'PACKAGE_6BA7B810-9DAD-11D1-80B4-00C04FD430C8@contoso.com',
  '',
];
const methodLists = [
  null,
  [],
  ...Object.keys(tierOfMethod).map(method => [method]),
  ...Object.keys(tierOfMethod).map(method => [method.toUpperCase()]),
  ...Object.keys(tierOfMethod).map(method => ['mobilePhone', method]),
  ['certificateBasedAuthentication'],
  ['someNewMethod'],
  ['email', 'mobilePhone', 'someNewMethod'],
  ['mobilePhone', 'certificateBasedAuthentication'],
  ['email', 'securityQuestion', 'temporaryAccessPass'],
];

/** Accounts of every kind, as the directory gives them. */
const accounts = product({
  accountEnabled: [true, false, null],
  userType: ['Member', 'guest', 'Guest', null],
  userPrincipalName: userPrincipalNames,
  employeeHireDate: [
    null,
    '2026-11-21T00:00:00Z',
    // The last minute of the day of the assessment, and the first of the next one.
    '2026-11-21T23:59:00Z',
    '2026-11-22T00:00:00Z',
  ],
  type: [null, '#microsoft.graph.agentUser', '#Microsoft.Graph.AgentUser'],
});
/** Rows of every kind, as the report gives them. */
const rows = product({
  isMfaRegistered: [true, false, null],
  isMfaCapable: [true, false, null],
  methodsRegistered: methodLists,
  isSystemPreferredAuthenticationMethodEnabled: [true, false],
  userPreferredMethodForSecondaryAuthentication: ['sms', null],
});
/** People without a row. */
const withoutRow = product({
  report: ['read', 'no-licence', 'no-permission', 'not-read', 'report-empty'],
  isNewReport: [true, false],
  noRowRuns: [0, 1, 2],
  enabledSince: [
    null,
    new Date('2024-01-01'),
    // 36 hours before, and a minute to each side of it.
    new Date('2026-11-19T19:59:00Z'),
    new Date('2026-11-19T20:00:00Z'),
    new Date('2026-11-19T20:01:00Z'),
    new Date('2026-11-21T07:00:00Z'),
  ],
  reportRefreshedAt: [
    null,
    new Date('2026-11-19T20:00:00Z'),
    new Date('2026-11-20T10:00:00Z'),
  ],
} as const);
const exception = { id: 'e', until: '2026-12-31', approver: 'user:a' };
/** Accounts of which several rules of scope fit: the order decides. */
const overlaps = product({
  objectId: ['somebody', 'break-glass', 'listed'],
  accountEnabled: [true, false, null],
  userType: ['Member', 'Guest', null],
  userPrincipalName: [
    'ada.berg@contoso.com',
    'svc-build@contoso.com',
    'Sync_SRV1_0a1b2c@contoso.onmicrosoft.com',
    'package_6ba7b810-9dad-11d1-80b4-00c04fd430c8@contoso.com',
  ],
  type: [null, '#microsoft.graph.agentUser'],
  employeeHireDate: [null, '2026-12-01T00:00:00Z'],
  exempt: [null, exception],
} as const);
/** People with a phone, of whom the day on which it ends, or what is preferred, depends on more. */
const phones = product({
  userPrincipalName: userPrincipalNames.filter(name => !/sync|^p/i.test(name)),
  roles: [
    rolesOf([], []),
    rolesOf([globalAdministrator], []),
    rolesOf([], [globalAdministrator]),
    rolesOf(null, null),
  ],
  isSystemPreferredAuthenticationMethodEnabled: [true, false],
  systemPreferredAuthenticationMethods: [[], ['sms'], ['Fido2'], ['new']],
  userPreferredMethodForSecondaryAuthentication: ['sms', 'push', 'new', null],
});

function* table(): Generator<FactsOf> {
  for (const user of accounts) yield { user };
  for (const row of rows) yield { row };
  for (const facts of withoutRow) yield { ...facts, row: null };
  for (const { objectId, exempt, ...user } of overlaps) {
    yield { objectId, exception: exempt, user };
  }
  for (const { userPrincipalName, roles, ...preferred } of phones) {
    const row = { ...preferred, methodsRegistered: ['mobilePhone'] };
    yield { user: { userPrincipalName }, roles, row };
  }
  for (const role of [
    ...privilegedRoles.keys(),
    directorySynchronization,
    onPremisesDirectorySync,
  ]) {
    yield { roles: rolesOf([role], []) };
    yield { roles: rolesOf([], [role]), user: { accountEnabled: false } };
  }
  yield { roles: rolesOf(null, []) };
  yield { roles: rolesOf(['custom'], []) };
  for (const known of product({
    active: [null, [], [globalAdministrator]],
    eligible: [null, [], [globalAdministrator]],
    eligibleInPart: [undefined, true],
    groupsKnown: [true, false],
    groupEligibilityKnown: [true, false],
  } as const)) {
    yield { roles: known };
  }
  yield { exception };
  yield { exception, user: { accountEnabled: null }, row: null };
  yield { objectId: 'break-glass' };
  yield { objectId: 'BREAK-GLASS' };
  yield { objectId: 'listed' };
  yield { objectId: 'LISTED' };
}

const settings: Partial<RuleSettings>[] = [
  ...bases.map(basis => ({ basis })),
  { countGuests: true },
  { userTypeNull: 'member' },
  { phoneDelivery: 'own-provider' },
  { privilegedRoles: ['custom'] },
  {
    breakGlassIds: ['break-glass'],
    listed: [{ objectId: 'Listed', owner: 'o', reason: 'r' }],
    listedPatterns: [{ pattern: '^svc-', owner: 'o', reason: 'r' }],
  },
];

/** Who holds what, by every way in which a role can be held. */
function* holders() {
  const member = { memberId: 'p', groupId: 'g' };
  const eligible = { principalId: 'p', groupId: 'g' };
  const nested = { principalId: 'g', groupId: 'h' };
  for (const ways of product({
    of: ['p', 'g', 'h'],
    kind: ['active', 'eligible'],
    group: [null, member],
    eligibleFor: [[], [eligible], [nested], [eligible, nested]],
    unanswered: [false, true],
    eligibleRead: [true, false],
  } as const)) {
    const { of, kind, group, eligibleFor, unanswered, eligibleRead } = ways;
    const roles = new RoleHolders({
      active: true,
      eligible: eligibleRead,
      groups: true,
      groupEligibility: true,
    });
    roles.add(kind, { principalId: of, roleDefinitionId: 'role' });
    if (group) roles.addMember(group);
    for (const one of eligibleFor) roles.addEligibleMember(one);
    if (unanswered) roles.addEligibleMember({ groupId: 'g' });
    yield roles.of('p');
    yield roles.of('nobody');
  }
}

/** Since when accounts are enabled, by what was seen of them. */
function* enablements() {
  for (const seen of product({
    now: [true, false, null],
    created: [null, '2026-11-01T00:00:00Z'],
    before: [
      null,
      { enabled: null, since: null },
      { enabled: true, since: new Date('2026-11-10T00:00:00Z') },
      { enabled: false, since: null },
    ],
  } as const)) {
    yield followEnablement(seen.now, seen.created, seen.before, asOf);
  }
}

/** What was not told before it could be: without it, a verdict is what it was. */
const withoutNone = (key: string, value: unknown) =>
  key === 'scopeRule' && value === null ? undefined : value;

function verdicts(): string {
  const hash = createHash('sha256');
  const facts = [...table()].map(factsOf);
  for (const some of settings) {
    const rules = { ...defaultRules, ...some };
    for (const one of facts) {
      hash.update(JSON.stringify(assessPerson(one, rules, asOf), withoutNone));
    }
  }
  for (const one of [...holders(), ...enablements()]) {
    hash.update(JSON.stringify(one));
  }
  return hash.digest('hex').slice(0, 12);
}

it('has a line for what today’s code says', () => {
  const today = codeVersions[codeVersions.length - 1];
  // Fails with another fingerprint? Some verdict is another one than by that version: where it was ever
  // in a release, add a line with the next number and this fingerprint; never change one that was.
  expect({ version: today.version, verdicts: verdicts() }).toEqual(today);
});

it('numbers its versions upwards, each with verdicts of its own', () => {
  const numbers = codeVersions.map(({ version }) => version);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  const fingerprints = new Set(codeVersions.map(one => one.verdicts));
  expect(fingerprints.size).toBe(codeVersions.length);
});
