import type { PersonMark } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { defaultRules, factsOf, type FactsOf } from '../__testUtils__/facts';
import { assessPerson } from './assessPerson';

it.each<[string, FactsOf, PersonMark[]]>([
  ['nothing to say', {}, []],
  [
    'a converted guest',
    { user: { userPrincipalName: 'a_b.com#EXT#@contoso.onmicrosoft.com' } },
    ['converted-guest'],
  ],
  [
    'a guest, who is not converted',
    {
      user: {
        userType: 'guest',
        userPrincipalName: 'a_b.com#EXT#@contoso.onmicrosoft.com',
      },
    },
    [],
  ],
  [
    'asked at every sign-in, not registered',
    {
      asked: { now: 'always', withReportOnly: 'always' },
      row: { isMfaRegistered: false, isMfaCapable: false },
    },
    ['asked-not-registered'],
  ],
  [
    'asked at some sign-ins, at every one by a policy that reports, not registered',
    {
      asked: { now: 'sometimes', withReportOnly: 'always' },
      row: { isMfaRegistered: false, isMfaCapable: false },
    },
    ['report-only-asks'],
  ],
  [
    'asked at some sign-ins alone, not registered',
    {
      asked: { now: 'sometimes', withReportOnly: 'sometimes' },
      row: { isMfaRegistered: false, isMfaCapable: false },
    },
    [],
  ],
  [
    'asked at every sign-in, without a row',
    { asked: { now: 'always', withReportOnly: 'always' }, row: null },
    [],
  ],
  [
    'never asked, registered',
    { asked: { now: 'never', withReportOnly: 'always' } },
    ['never-asked'],
  ],
  [
    'never asked, not registered',
    {
      asked: { now: 'never', withReportOnly: 'never' },
      row: { isMfaRegistered: false, isMfaCapable: false },
    },
    [],
  ],
  [
    'not known whether asked, registered',
    { asked: { now: null, withReportOnly: null } },
    [],
  ],
  [
    'failed, not registered',
    {
      failedAt: new Date(),
      row: { isMfaRegistered: false, isMfaCapable: false },
    },
    ['tried-and-failed'],
  ],
  ['at risk', { isAtRisk: true }, ['at-risk']],
  ['at risk, without a row', { isAtRisk: true, row: null }, ['at-risk']],
  ['failed, registered', { failedAt: new Date() }, []],
  ['failed, without a row', { failedAt: new Date(), row: null }, []],
  ['no user type', { user: { userType: null } }, ['user-type-null']],
  [
    'Windows Hello alone',
    { row: { methodsRegistered: ['windowsHelloForBusiness'] } },
    ['windows-hello-only'],
  ],
  [
    'Windows Hello and a way to recover',
    { row: { methodsRegistered: ['email', 'windowsHelloForBusiness'] } },
    ['windows-hello-only'],
  ],
  [
    'Windows Hello and a phone',
    { row: { methodsRegistered: ['mobilePhone', 'windowsHelloForBusiness'] } },
    [],
  ],
  [
    'a phone and nothing stronger',
    { row: { methodsRegistered: ['email', 'mobilePhone'] } },
    ['phone-only'],
  ],
  [
    'a phone, not registered',
    {
      row: {
        methodsRegistered: ['mobilePhone'],
        isMfaRegistered: false,
        isMfaCapable: false,
      },
    },
    [],
  ],
  [
    'a phone and an external method',
    { row: { methodsRegistered: ['externalAuthMethod', 'mobilePhone'] } },
    [],
  ],
  [
    'a phone and a name that is not known',
    { row: { methodsRegistered: ['mobilePhone', 'newMethod'] } },
    ['unknown-method'],
  ],
  [
    'Windows Hello in another spelling',
    { row: { methodsRegistered: ['WindowsHelloForBusiness'] } },
    ['windows-hello-only'],
  ],
  [
    'text messages preferred, by their older name',
    { row: { userPreferredMethodForSecondaryAuthentication: 'OneWaySMS' } },
    ['phone-default'],
  ],
  [
    'a call preferred by the system, in another spelling',
    {
      row: {
        isSystemPreferredAuthenticationMethodEnabled: true,
        systemPreferredAuthenticationMethods: ['VoiceMobile'],
      },
    },
    ['phone-default'],
  ],
  [
    'a preferred method by its older name',
    { row: { userPreferredMethodForSecondaryAuthentication: 'Fido2' } },
    [],
  ],
  [
    'no preferred method',
    { row: { userPreferredMethodForSecondaryAuthentication: 'none' } },
    [],
  ],
  [
    'a preferred method that is not known',
    {
      row: { userPreferredMethodForSecondaryAuthentication: 'newPreferred' },
    },
    ['unknown-method'],
  ],
  [
    'a method preferred by the system that is not known',
    { row: { systemPreferredAuthenticationMethods: ['unknownFutureValue'] } },
    ['unknown-method'],
  ],
  [
    'text messages preferred',
    { row: { userPreferredMethodForSecondaryAuthentication: 'sms' } },
    ['phone-default'],
  ],
  [
    'text messages preferred, which the system overrules',
    {
      row: {
        userPreferredMethodForSecondaryAuthentication: 'sms',
        isSystemPreferredAuthenticationMethodEnabled: true,
        systemPreferredAuthenticationMethods: ['push'],
      },
    },
    [],
  ],
  [
    'an empty preference, as in the documentation',
    { row: { userPreferredMethodForSecondaryAuthentication: '' } },
    [],
  ],
  [
    'registered and not capable',
    { row: { isMfaCapable: false } },
    ['registered-not-capable'],
  ],
  [
    'a name that is not known',
    { row: { methodsRegistered: ['microsoftAuthenticatorPush', 'newMethod'] } },
    ['unknown-method'],
  ],
  [
    'a row that contradicts itself',
    { row: { isMfaRegistered: false } },
    ['contradictory-row'],
  ],
  [
    'capable by certificate scope, which is no contradiction',
    { row: { isMfaRegistered: false, methodsRegistered: [] } },
    [],
  ],
  [
    'capable by certificate scope, with ways to recover and to begin with',
    {
      row: {
        isMfaRegistered: false,
        methodsRegistered: ['email', 'qrCode', 'temporaryAccessPass'],
      },
    },
    [],
  ],
  [
    'capable, not registered, with a phone',
    { row: { isMfaRegistered: false, methodsRegistered: ['mobilePhone'] } },
    ['contradictory-row'],
  ],
  [
    'disabled with a role',
    { user: { accountEnabled: false }, privileged: true },
    ['disabled-with-role'],
  ],
  [
    'disabled, roles not read',
    { user: { accountEnabled: false }, privileged: null },
    [],
  ],
])('%s', (_, facts, expected) => {
  expect(assessPerson(factsOf(facts), defaultRules, new Date()).marks).toEqual(
    expected,
  );
});
