import type {
  BreakGlassCheckCode,
  BreakGlassCheckId,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { factsOf, type FactsOf } from '../../__testUtils__/facts';
import { globalAdministrator } from '../roles/privilegedRoles';
import { breakGlassFindings, assessBreakGlass } from './assessBreakGlass';
import { methodKindsOf, mostUsedKind } from './methodKind';
import type { BreakGlassFacts, CheckFinding } from './types';

const permanent = {
  active: [globalAdministrator],
  eligible: [],
  groupsKnown: true,
  groupEligibilityKnown: true,
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
    dailyKind: 'microsoft-authenticator',
    lastDrill: '2026-10-01',
    today: '2026-11-21',
    drillDays: 90,
    ...rest,
  };
}

it('passes an account that is as it should be', () => {
  const { outcome, checks } = assessBreakGlass(account());
  expect(outcome).toBe('passed');
  expect(checks.map(check => [check.check, check.outcome])).toEqual([
    ['exists', 'passed'],
    ['enabled', 'passed'],
    ['cloud-only', 'passed'],
    ['own-method', 'passed'],
    ['phishing-resistant', 'passed'],
    ['differs', 'passed'],
    ['permanent-role', 'passed'],
    ['drill', 'passed'],
  ]);
});

const nobody = {
  active: [],
  eligible: [],
  groupsKnown: true,
  groupEligibilityKnown: true,
};

type Case = [
  BreakGlassCheckId,
  string,
  BreakGlassFacts,
  string,
  BreakGlassCheckCode,
  CheckFinding['values']?,
];

it.each<Case>([
  ['exists', 'nobody', { ...account(), user: null }, 'failed', 'missing'],
  [
    'enabled',
    'nobody',
    { ...account(), user: null },
    'not-known',
    'no-account',
  ],
  [
    'cloud-only',
    'nobody',
    { ...account(), user: null },
    'not-known',
    'no-account',
  ],
  [
    'enabled',
    'a disabled account',
    account({ user: { accountEnabled: false } }),
    'failed',
    'disabled',
  ],
  [
    'enabled',
    'the directory does not say',
    account({ user: { accountEnabled: null } }),
    'not-known',
    'enabled-not-told',
  ],
  [
    'cloud-only',
    'a synchronised account',
    account({ user: { onPremisesSyncEnabled: true } }),
    'failed',
    'synchronised',
  ],
  [
    'own-method',
    'a phone alone',
    account({ row: { methodsRegistered: ['mobilePhone', 'officePhone'] } }),
    'failed',
    'phone-only',
  ],
  [
    'own-method',
    'a phone beside a token',
    account({
      row: { methodsRegistered: ['mobilePhone', 'hardwareOneTimePasscode'] },
    }),
    'passed',
    'methods',
    { kinds: ['hardware-passcode', 'phone'], tier: 'app-or-token' },
  ],
  [
    'own-method',
    'mail alone',
    account({ row: { methodsRegistered: ['email'] } }),
    'failed',
    'no-method',
  ],
  ['own-method', 'no row', account({ row: null }), 'not-known', 'no-row'],
  [
    'own-method',
    'no report',
    account({ row: null, report: 'no-permission' }),
    'not-known',
    'report-not-read',
  ],
  [
    'phishing-resistant',
    'a key beside a phone',
    account({
      row: { methodsRegistered: ['mobilePhone', 'fido2SecurityKey'] },
    }),
    'passed',
    'phishing-resistant',
    { tier: 'phishing-resistant' },
  ],
  [
    'phishing-resistant',
    'an app without a password',
    account({
      row: { methodsRegistered: ['microsoftAuthenticatorPasswordless'] },
    }),
    'failed',
    'not-phishing-resistant',
    { tier: 'passwordless' },
  ],
  [
    'phishing-resistant',
    'nothing',
    account({ row: { methodsRegistered: [] } }),
    'failed',
    'not-phishing-resistant',
    { tier: 'none' },
  ],
  [
    'phishing-resistant',
    'no row',
    account({ row: null }),
    'not-known',
    'no-row',
  ],
  [
    'phishing-resistant',
    'no report',
    account({ row: null, report: 'no-permission' }),
    'not-known',
    'report-not-read',
  ],
  [
    'phishing-resistant',
    'nobody',
    { ...account(), user: null },
    'not-known',
    'no-account',
  ],
  [
    'differs',
    'the same app as the daily administrators',
    account({
      row: { methodsRegistered: ['microsoftAuthenticatorPasswordless'] },
    }),
    'failed',
    'same',
    { dailyKind: 'microsoft-authenticator' },
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
    'differs',
    { dailyKind: 'microsoft-authenticator' },
  ],
  [
    'differs',
    'a phone alone, which is no method of its own',
    account({ row: { methodsRegistered: ['mobilePhone', 'officePhone'] } }),
    'failed',
    'phone-only',
  ],
  [
    'differs',
    'the same app, and a phone beside it',
    account({
      row: { methodsRegistered: ['microsoftAuthenticatorPush', 'mobilePhone'] },
    }),
    'failed',
    'same',
    { dailyKind: 'microsoft-authenticator' },
  ],
  ...['externalAuthMethod', 'certificateBasedAuthentication', 'newKey'].flatMap(
    (method): Case[] => [
      [
        'own-method',
        `a phone and ${method}`,
        account({ row: { methodsRegistered: ['mobilePhone', method] } }),
        'passed',
        'methods',
        { kinds: [method, 'phone'].sort(), tier: 'phone' },
      ],
      [
        'differs',
        `a phone and ${method}`,
        account({ row: { methodsRegistered: ['mobilePhone', method] } }),
        'passed',
        'differs',
        { dailyKind: 'microsoft-authenticator' },
      ],
    ],
  ),
  [
    'differs',
    'nobody to compare with',
    account({ dailyKind: null }),
    'not-known',
    'no-daily-method',
  ],
  [
    'differs',
    'nothing to compare',
    account({ row: { methodsRegistered: [] } }),
    'not-known',
    'nothing-to-compare',
  ],
  [
    'permanent-role',
    'eligible only',
    account({ roles: { ...nobody, eligible: [globalAdministrator] } }),
    'failed',
    'eligible-only',
  ],
  [
    'permanent-role',
    'active and eligible',
    account({ roles: { ...permanent, eligible: [globalAdministrator] } }),
    'not-known',
    'active-and-eligible',
  ],
  [
    'permanent-role',
    'active, eligible roles not known for want of a licence',
    account({ roles: { ...permanent, eligible: null } }),
    'passed',
    'permanent',
  ],
  [
    'permanent-role',
    'another role',
    account({
      roles: { ...nobody, active: ['729827e3-9c14-49f7-bb1b-9608f156bbb8'] },
    }),
    'failed',
    'no-role',
  ],
  [
    'permanent-role',
    'perhaps through a group',
    account({
      roles: { ...nobody, groupsKnown: false, groupEligibilityKnown: false },
    }),
    'not-known',
    'groups-not-read',
  ],
  [
    'permanent-role',
    'roles not read',
    account({
      roles: {
        active: null,
        eligible: null,
        groupsKnown: false,
        groupEligibilityKnown: false,
      },
    }),
    'not-known',
    'roles-not-read',
  ],
  ['drill', 'none', account({ lastDrill: null }), 'failed', 'no-drill'],
  [
    'drill',
    'on the last day',
    account({ lastDrill: '2026-08-23' }),
    'passed',
    'drill-recent',
    { days: 90, on: '2026-08-23' },
  ],
  [
    'drill',
    'a day late',
    account({ lastDrill: '2026-08-22' }),
    'failed',
    'drill-overdue',
    { days: 91, on: '2026-08-22' },
  ],
  [
    'drill',
    'another limit',
    account({ lastDrill: '2026-08-22', drillDays: 180 }),
    'passed',
    'drill-recent',
    { days: 91, on: '2026-08-22' },
  ],
])('%s: %s', (check, _, facts, outcome, code, values = {}) => {
  const found = assessBreakGlass(facts).checks.find(one => one.check === check);
  expect(found).toEqual({ check, outcome, code, values });
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
  [['email', 'temporaryAccessPass', 'qrCodePin'], []],
  [['email', 'externalAuthMethod'], ['externalAuthMethod']],
  [['MobilePhone', 'OneWaySMS', 'voiceOffice'], ['phone']],
  [
    ['Fido2', 'fido2SecurityKey', 'PhoneAppNotification'],
    ['microsoft-authenticator', 'security-key'],
  ],
  [
    ['microsoftAuthenticatorPush', 'microsoftAuthenticatorPasswordless'],
    ['microsoft-authenticator'],
  ],
  [['fido2', 'passKeyDeviceBound'], ['security-key']],
])('%j are of the kinds %j', (methods, kinds) => {
  expect(methodKindsOf(methods)).toEqual(kinds);
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
