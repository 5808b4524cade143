import type { StrengthDemand } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { recordsOf } from '../../collectors';
import { authenticationStrengths } from '../../collectors/authenticationStrengths';
import type { StrengthBody } from '../../collectors/types';
import { Strength } from './Strength';

const read = (allowedCombinations: string[], change: object = {}) => {
  const [{ key, body }] = recordsOf(authenticationStrengths, [
    {
      id: 'D68F66D2',
      displayName: 'Strong',
      policyType: 'custom',
      combinationConfigurations: [],
      allowedCombinations,
      ...change,
    },
  ]);
  return { key, body: body as unknown as StrengthBody };
};
const strengthOf = (allowed: string[], change?: object) =>
  new Strength(read(allowed, change).body);

const phishingResistant = [
  'windowsHelloForBusiness',
  'fido2',
  'x509CertificateMultiFactor',
];
const passwordless = [...phishingResistant, 'deviceBasedPush'];
const mfa = [
  ...passwordless,
  'temporaryAccessPassOneTime',
  'temporaryAccessPassMultiUse',
  'password,microsoftAuthenticatorPush',
  'password,softwareOath',
  'password,hardwareOath',
  'password,sms',
  'password,voice',
  'federatedMultiFactor',
  'sms,federatedSingleFactor',
];

it('is read with what is enough, and of what not everything is', () => {
  expect(
    read(['sms, password', 'fido2'], {
      combinationConfigurations: [{ appliesToCombinations: ['fido2'] }],
    }),
  ).toEqual({
    key: 'd68f66d2',
    body: {
      displayName: 'Strong',
      combinations: [['fido2'], ['password', 'sms']],
      restricted: ['fido2'],
    },
  });
  const untold = { combinationConfigurations: undefined };
  expect(read(['fido2'], untold).body.restricted).toEqual(['fido2']);
  const builtIn = { ...untold, policyType: 'builtIn' };
  expect(read(['fido2'], builtIn).body.restricted).toEqual([]);
  expect(() => read([], { allowedCombinations: null })).toThrow(
    'allowedCombinations',
  );
});

it.each<[string[], StrengthDemand | null]>([
  [phishingResistant, 'phishing-resistant'],
  [['fido2'], 'phishing-resistant'],
  [passwordless, 'passwordless'],
  [mfa, 'any-mfa'],
  [['password,sms'], 'any-mfa'],
  [['fido2', 'password'], 'less-than-mfa'],
  [['sms'], 'less-than-mfa'],
  [['password,federatedSingleFactor'], 'less-than-mfa'],
  [['fido2', 'somethingNew'], null],
  [[], null],
])('%j demands %s', (allowed, demands) => {
  expect(strengthOf(allowed).demands).toBe(demands);
});

it('names the methods that it allows, without what goes before them', () => {
  expect(
    strengthOf(['password,sms', 'sms,federatedSingleFactor', 'fido2']).methods,
  ).toEqual(['fido2', 'sms']);
});

it.each<[string[] | null, string[], boolean | null]>([
  [null, mfa, null],
  [[], mfa, false],
  [[], phishingResistant, false],
  [['microsoftAuthenticatorPush'], phishingResistant, false],
  [['microsoftAuthenticatorPush'], mfa, true],
  [['PASSKEYSYNCED'], phishingResistant, true],
  [['passKeyDeviceBoundAuthenticator'], ['fido2'], true],
  [['macOsSecureEnclaveKey'], ['windowsHelloForBusiness'], true],
  [['windowsHelloForBusiness'], ['fido2'], false],
  [['microsoftAuthenticatorPasswordless'], passwordless, true],
  [['microsoftAuthenticatorPasswordless'], phishingResistant, false],
  [
    ['microsoftAuthenticatorPasswordless'],
    ['password,microsoftAuthenticatorPush'],
    null,
  ],
  [['softwareOneTimePasscode'], ['password,softwareOath'], true],
  [['hardwareOneTimePasscode'], ['password,softwareOath'], false],
  [['mobilePhone'], ['password,voice'], true],
  [['officePhone'], ['password,sms'], false],
  [['temporaryAccessPass'], ['temporaryAccessPassOneTime'], null],
  [['certificateBasedAuthentication'], phishingResistant, null],
  // Whether the domain is federated is not known.
  [['sms'], ['sms,federatedSingleFactor'], null],
  [['email'], ['sms,federatedSingleFactor'], false],
  [['externalAuthMethod', 'securityQuestion'], phishingResistant, false],
  [['somethingNew'], phishingResistant, null],
  [['somethingNew', 'fido2'], phishingResistant, true],
  [[], ['password'], true],
])('%j for %j: %s', (methods, allowed, satisfied) => {
  expect(strengthOf(allowed).isSatisfiedBy(methods)).toBe(satisfied);
});

it('knows not whether a key is of the makers that are allowed', () => {
  const some = {
    combinationConfigurations: [{ appliesToCombinations: ['fido2'] }],
  };
  const strength = strengthOf(['fido2', 'password,sms'], some);
  expect(strength.isSatisfiedBy(['fido2SecurityKey'])).toBeNull();
  expect(strength.isSatisfiedBy(['fido2SecurityKey', 'sms'])).toBe(true);
  expect(strength.isSatisfiedBy(['email'])).toBe(false);
});
