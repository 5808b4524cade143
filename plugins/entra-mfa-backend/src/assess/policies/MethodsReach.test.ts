import fc from 'fast-check';
import type { MethodVerdict } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { AllowedMethodBody, MethodTargets } from '../../collectors/types';
import { MethodsReach } from './MethodsReach';

const ada = 'ada';
const member = ['payments'];
const targets = (change: Partial<MethodTargets> = {}): MethodTargets => ({
  everybody: false,
  groups: [],
  users: [],
  ...change,
});
const all = targets({ everybody: true });
const payments = targets({ groups: ['payments'] });

const on = (
  id: string,
  include = all,
  rest: Partial<AllowedMethodBody> = {},
): AllowedMethodBody => ({
  id,
  enabled: true,
  include,
  exclude: targets(),
  ...rest,
});
const off = (id: string) => on(id, all, { enabled: false });

const verdict = (
  methods: AllowedMethodBody[],
  method: string,
  groups: string[] | null = member,
) =>
  new MethodsReach({ migration: null, campaign: null, methods }).of(
    { objectId: ada, groups },
    { methods: [method], registered: true, capable: true },
  ).methods[0].verdict;

const other = targets({ others: true });
const push = { push: payments, passwordless: targets() };

it.each<
  [string, AllowedMethodBody[], string, MethodVerdict, (string[] | null)?]
>([
  ['everybody', [on('Fido2')], 'passKeySynced', 'allowed'],
  [
    'a key by its older name',
    [off('Fido2')],
    'fido2SecurityKey',
    'not-allowed',
  ],
  ['by name', [on('Email', targets({ users: [ada] }))], 'email', 'allowed'],
  ['of a group', [on('Sms', payments)], 'sms', 'allowed'],
  ['of another group', [on('Sms', payments)], 'sms', 'not-allowed', ['x']],
  ['of groups not known', [on('Sms', payments)], 'sms', 'not-known', null],
  ['off, of groups not known', [off('Sms')], 'sms', 'not-allowed', null],
  [
    'excluded by a group',
    [on('Sms', all, { exclude: payments })],
    'sms',
    'not-allowed',
  ],
  [
    'excluded by groups not known',
    [on('Sms', all, { exclude: payments })],
    'sms',
    'not-known',
    null,
  ],
  ['for something new', [on('Sms', other)], 'sms', 'not-known'],
  ['a phone by SMS', [on('Sms'), off('Voice')], 'mobilePhone', 'allowed'],
  ['a phone by calls', [off('Sms'), on('Voice')], 'mobilePhone', 'allowed'],
  ['a phone by none', [off('Sms'), off('Voice')], 'mobilePhone', 'not-allowed'],
  [
    'a second phone by SMS alone',
    [on('Sms'), off('Voice')],
    'alternateMobilePhone',
    'not-allowed',
  ],
  [
    'an office phone',
    [on('Voice', all, { officePhone: true })],
    'officePhone',
    'allowed',
  ],
  [
    'an office phone, of calls to others',
    [on('Voice', all, { officePhone: false })],
    'officePhone',
    'not-allowed',
  ],
  [
    'codes of any app',
    [on('SoftwareOath'), on('MicrosoftAuthenticator', all, { codes: true })],
    'softwareOneTimePasscode',
    'allowed',
  ],
  [
    'codes of any app but Microsoft’s',
    [on('SoftwareOath'), on('MicrosoftAuthenticator', all, { codes: false })],
    'softwareOneTimePasscode',
    'not-known',
  ],
  [
    'codes of no app',
    [off('SoftwareOath'), on('MicrosoftAuthenticator', all, { codes: false })],
    'softwareOneTimePasscode',
    'not-allowed',
  ],
  [
    'the app, to ask',
    [on('MicrosoftAuthenticator', payments, push)],
    'microsoftAuthenticatorPush',
    'allowed',
  ],
  [
    'the app, in place of a password',
    [on('MicrosoftAuthenticator', payments, push)],
    'microsoftAuthenticatorPasswordless',
    'not-allowed',
  ],
  ['a token that is not listed', [], 'hardwareOneTimePasscode', 'not-known'],
  [
    'of another provider',
    [on('guid', all, { external: 'Duo' })],
    'externalAuthMethod',
    'allowed',
  ],
  [
    'of one of two other providers',
    [
      on('guid', all, { external: 'Duo' }),
      { ...off('other'), external: 'Okta' },
    ],
    'externalAuthMethod',
    'not-known',
  ],
  ['Windows Hello', [off('Fido2')], 'windowsHelloForBusiness', 'elsewhere'],
  ['a name in other capitals', [off('Email')], 'EMAIL', 'not-allowed'],
  ['a name that nobody knows', [on('Fido2')], 'verifiable', 'not-known'],
])('%s', (_, methods, method, expected, groups = member) => {
  expect(verdict(methods, method, groups)).toBe(expected);
});

it.each<
  [string, string[], AllowedMethodBody[], boolean | null | undefined, boolean?]
>([
  ['every method is off', ['sms', 'email'], [off('Sms'), on('Email')], true],
  ['one is allowed', ['sms', 'fido2'], [off('Sms'), on('Fido2')], false],
  ['one is not known', ['sms', 'new'], [off('Sms')], null],
  ['none could be a second factor', ['email'], [off('Email')], null],
  ['they are capable', ['sms'], [off('Sms')], undefined, true],
])(
  'is why somebody is not capable: %s',
  (_, methods, policy, expected, capable = false) => {
    const reach = new MethodsReach({
      migration: null,
      campaign: null,
      methods: policy,
    });
    const person = { objectId: ada, groups: [] };
    const facts = { methods, registered: true, capable };
    expect(reach.of(person, facts).isWhyNotCapable).toBe(expected);
  },
);

const anyTargets = fc.record({
  everybody: fc.boolean(),
  groups: fc.subarray(['payments', 'sales']),
  users: fc.constant<string[]>([]),
});
const anyMethods = fc.tuple(
  ...['Sms', 'Voice', 'SoftwareOath', 'MicrosoftAuthenticator'].map(id =>
    fc.record({
      id: fc.constant(id),
      enabled: fc.boolean(),
      include: anyTargets,
      exclude: anyTargets,
      codes: fc.boolean(),
      officePhone: fc.boolean(),
    }),
  ),
);

it('what is not known of groups never decides: any way it turns out, what was said stays true', () => {
  fc.assert(
    fc.property(
      anyMethods,
      fc.subarray(['payments', 'sales']),
      fc.constantFrom('mobilePhone', 'officePhone', 'softwareOneTimePasscode'),
      (methods, groups, method) => {
        const before = verdict(methods, method, null);
        const after = verdict(methods, method, groups);
        expect(before === 'not-known' ? after : before).toBe(after);
      },
    ),
    { numRuns: 500 },
  );
});
