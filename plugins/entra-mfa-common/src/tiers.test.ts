import { scopeClasses, stateReasons } from './states';
import { knownMethod, tierOfMethod, tiers } from './tiers';

it('gives every known method one of the tiers', () => {
  for (const tier of Object.values(tierOfMethod)) {
    expect(tiers).toContain(tier);
  }
});

it('never takes a method for strong whose strength is not known', () => {
  for (const method of [
    'externalAuthMethod',
    'qrCode',
    'qrCodePin',
    'certificateBasedAuthentication',
    'x509CertificateSingleFactor',
  ]) {
    expect(tierOfMethod[method]).toBe('other');
  }
  expect(tiers.indexOf('other')).toBeLessThan(tiers.indexOf('phone'));
});

it('has a reason for every class that is left out', () => {
  expect(stateReasons).toEqual(expect.arrayContaining([...scopeClasses]));
});

it.each([
  // of the registration report
  ['mobilePhone', 'phone'],
  ['certificateBasedAuthentication', 'other'],
  // of registration events
  ['mobileSMS', 'phone'],
  ['mobileCall', 'phone'],
  ['alternateMobileCall', 'phone'],
  ['appNotification', 'app-or-token'],
  ['appCode', 'app-or-token'],
  ['fido', 'phishing-resistant'],
  ['appPassword', 'none'],
  // of preferred methods
  ['push', 'app-or-token'],
  ['oath', 'app-or-token'],
  ['voiceOffice', 'phone'],
  ['none', 'none'],
  // of preferred methods, as Graph still answers them
  ['PhoneAppNotification', 'app-or-token'],
  ['PhoneAppOTP', 'app-or-token'],
  ['OneWaySMS', 'phone'],
  ['TwoWayVoiceMobile', 'phone'],
  ['TwoWayVoiceAlternateMobile', 'phone'],
  ['Fido2', 'phishing-resistant'],
  ['HardwareOTP', 'app-or-token'],
])('knows %s as %s, in any case', (name, tier) => {
  for (const spelled of [name, name.toLowerCase(), name.toUpperCase()]) {
    expect(tierOfMethod[knownMethod(spelled) ?? '']).toBe(tier);
  }
});

it.each(['unknownFutureValue', 'telepathy', 'constructor', '__proto__', ''])(
  'does not know %j',
  name => {
    expect(knownMethod(name)).toBeUndefined();
  },
);

it('has no two names that differ in their case alone', () => {
  const names = Object.keys(tierOfMethod).map(name => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});
