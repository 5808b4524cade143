import { bestTier, methodTier } from './tier';

it.each([
  [[], 'none'],
  [['email'], 'recovery-only'],
  [['securityQuestion', 'email'], 'recovery-only'],
  [['temporaryAccessPass', 'email'], 'bootstrap'],
  [['mobilePhone', 'temporaryAccessPass'], 'phone'],
  [['sms'], 'phone'],
  [['mobilePhone', 'softwareOneTimePasscode'], 'app-or-token'],
  [
    ['microsoftAuthenticatorPush', 'microsoftAuthenticatorPasswordless'],
    'passwordless',
  ],
  [
    ['microsoftAuthenticatorPasswordless', 'passKeyDeviceBoundAuthenticator'],
    'phishing-resistant',
  ],
  [['passKeyDeviceBound'], 'phishing-resistant'],
  [['windowsHelloForBusiness', 'officePhone'], 'phishing-resistant'],
  [['x509CertificateMultiFactor'], 'phishing-resistant'],
  [['externalAuthMethod'], 'other'],
  [['qrCode'], 'other'],
  [['somethingMicrosoftAddsLater'], 'other'],
  [['somethingMicrosoftAddsLater', 'mobilePhone'], 'phone'],
  [['constructor'], 'other'],
  [['Fido2', 'MOBILEPHONE'], 'phishing-resistant'],
  [['OneWaySMS', 'certificateBasedAuthentication'], 'phone'],
])('the tier of %j is %s', (methods, expected) => {
  expect(bestTier(methods)).toBe(expected);
});

it('never takes a certificate for strong that may be a single factor', () => {
  expect(methodTier('certificateBasedAuthentication')).toBe('other');
});
