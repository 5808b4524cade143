import type { BreakGlassCheckId } from 'backstage-plugin-entra-mfa-common';
import { factsOf, type FactsOf } from '../../__testUtils__/facts';
import { globalAdministrator } from '../roles/privilegedRoles';
import { breakGlassFindings, judgeBreakGlass } from './judgeBreakGlass';
import { methodKinds, mostUsedKind } from './methodKind';
import type { BreakGlassFacts } from './types';

const permanent = {
  active: [globalAdministrator],
  eligible: [],
  groupsKnown: true,
};

/** An account that passes every check, changed as told. */
function account({
  user,
  row,
  ...rest
}: FactsOf & Partial<Omit<BreakGlassFacts, 'user'>> = {}): BreakGlassFacts {
  const { registration, user: body } = factsOf({
    user,
    row:
      row === null ? null : { methodsRegistered: ['fido2SecurityKey'], ...row },
  });
  return {
    user: body,
    registration,
    report: 'read',
    roles: permanent,
    dailyKind: 'Microsoft Authenticator',
    lastDrill: '2026-10-01',
    today: '2026-11-21',
    drillDays: 90,
    ...rest,
  };
}

it('passes an account that is as it should be', () => {
  const { outcome, checks } = judgeBreakGlass(account());
  expect(outcome).toBe('passed');
  expect(checks.map(check => [check.check, check.outcome])).toEqual([
    ['exists', 'passed'],
    ['enabled', 'passed'],
    ['cloud-only', 'passed'],
    ['own-method', 'passed'],
    ['differs', 'passed'],
    ['permanent-role', 'passed'],
    ['drill', 'passed'],
  ]);
});

const nobody = { active: [], eligible: [], groupsKnown: true };

it.each<[BreakGlassCheckId, string, BreakGlassFacts, string, RegExp]>([
  ['exists', 'nobody', { ...account(), user: null }, 'failed', /breakGlassIds/],
  ['enabled', 'nobody', { ...account(), user: null }, 'not-known', /no such/],
  [
    'cloud-only',
    'nobody',
    { ...account(), user: null },
    'not-known',
    /no such/,
  ],
  [
    'enabled',
    'a disabled account',
    account({ user: { accountEnabled: false } }),
    'failed',
    /disabled/,
  ],
  [
    'enabled',
    'the directory does not say',
    account({ user: { accountEnabled: null } }),
    'not-known',
    /does not say/,
  ],
  [
    'cloud-only',
    'a synchronised account',
    account({ user: { onPremisesSyncEnabled: true } }),
    'failed',
    /on-premises/,
  ],
  [
    'own-method',
    'a phone',
    account({ row: { methodsRegistered: ['mobilePhone'] } }),
    'passed',
    /phone/,
  ],
  [
    'own-method',
    'mail alone',
    account({ row: { methodsRegistered: ['email'] } }),
    'failed',
    /No method/,
  ],
  ['own-method', 'no row', account({ row: null }), 'not-known', /no row/],
  [
    'own-method',
    'no report',
    account({ row: null, report: 'no-permission' }),
    'not-known',
    /not been read/,
  ],
  [
    'differs',
    'the same app as the daily administrators',
    account({
      row: { methodsRegistered: ['microsoftAuthenticatorPasswordless'] },
    }),
    'failed',
    /Microsoft Authenticator alone/,
  ],
  [
    'differs',
    'the same app and a key',
    account({
      row: {
        methodsRegistered: ['microsoftAuthenticatorPush', 'fido2SecurityKey'],
      },
    }),
    'passed',
    /Does not rest/,
  ],
  [
    'differs',
    'nobody to compare with',
    account({ dailyKind: null }),
    'not-known',
    /not known/,
  ],
  [
    'differs',
    'nothing to compare',
    account({ row: { methodsRegistered: [] } }),
    'not-known',
    /to compare/,
  ],
  [
    'permanent-role',
    'eligible only',
    account({ roles: { ...nobody, eligible: [globalAdministrator] } }),
    'failed',
    /activated first/,
  ],
  [
    'permanent-role',
    'active and eligible',
    account({ roles: { ...permanent, eligible: [globalAdministrator] } }),
    'not-known',
    /for a while/,
  ],
  [
    'permanent-role',
    'active, eligible roles not known for want of a licence',
    account({ roles: { ...permanent, eligible: null } }),
    'passed',
    /permanently/,
  ],
  [
    'permanent-role',
    'another role',
    account({
      roles: { ...nobody, active: ['729827e3-9c14-49f7-bb1b-9608f156bbb8'] },
    }),
    'failed',
    /Does not hold/,
  ],
  [
    'permanent-role',
    'perhaps through a group',
    account({ roles: { ...nobody, groupsKnown: false } }),
    'not-known',
    /groups/,
  ],
  [
    'permanent-role',
    'roles not read',
    account({ roles: { active: null, eligible: null, groupsKnown: false } }),
    'not-known',
    /not been read/,
  ],
  ['drill', 'none', account({ lastDrill: null }), 'failed', /No drill/],
  [
    'drill',
    'on the last day',
    account({ lastDrill: '2026-08-23' }),
    'passed',
    /2026-08-23/,
  ],
  [
    'drill',
    'a day late',
    account({ lastDrill: '2026-08-22' }),
    'failed',
    /91 days ago/,
  ],
  [
    'drill',
    'another limit',
    account({ lastDrill: '2026-08-22', drillDays: 180 }),
    'passed',
    /every 180 days/,
  ],
])('%s: %s', (check, _, facts, outcome, text) => {
  const found = judgeBreakGlass(facts).checks.find(one => one.check === check);
  expect(found).toEqual({
    check,
    outcome,
    text: expect.stringMatching(text),
  });
});

it.each<[Parameters<typeof breakGlassFindings>[0], string[]]>([
  [[], ['too-few 0']],
  [['passed'], ['too-few 1']],
  [['passed', 'passed'], []],
  [['passed', 'failed', 'failed'], ['failing 2']],
  [['failed'], ['too-few 1', 'failing 1']],
  [['passed', 'not-known'], ['not-known 1']],
])('of accounts that are %j, it finds %j', (outcomes, expected) => {
  expect(
    breakGlassFindings(outcomes).map(({ code, count }) => `${code} ${count}`),
  ).toEqual(expected);
});

it.each([
  [['email', 'securityQuestion', 'externalAuthMethod'], []],
  [
    ['microsoftAuthenticatorPush', 'microsoftAuthenticatorPasswordless'],
    ['Microsoft Authenticator'],
  ],
  [['fido2', 'passKeyDeviceBound'], ['security key or passkey']],
])('%j are of the kinds %j', (methods, kinds) => {
  expect(methodKinds(methods)).toEqual(kinds);
});

it.each([
  [[], null],
  [[{ methods: ['email'], count: 9 }], null],
  [
    [
      { methods: ['microsoftAuthenticatorPush', 'mobilePhone'], count: 3 },
      { methods: ['mobilePhone'], count: 1 },
      { methods: ['fido2'], count: 2 },
    ],
    'phone',
  ],
  [
    [
      { methods: ['mobilePhone'], count: 1 },
      { methods: ['fido2'], count: 1 },
    ],
    'phone',
  ],
])('of %j, most use %s', (people, kind) => {
  expect(mostUsedKind(people)).toBe(kind);
});
