import { assessed } from '../../__testUtils__/facts';

const push = ['microsoftAuthenticatorPush'];

// registered, capable, methods, on the basis `registered`, on the basis `capable`
it.each([
  [true, true, push, 'covered (registered)', 'covered (capable)'],
  [true, false, push, 'covered (registered)', 'uncovered (not-capable)'],
  [false, false, [], 'uncovered (not-registered)', 'uncovered (not-capable)'],
  [
    false,
    false,
    ['email'],
    'uncovered (not-registered)',
    'uncovered (not-capable)',
  ],
  [false, true, push, 'uncovered (not-registered)', 'uncovered (not-capable)'],
  [
    false,
    true,
    [],
    'uncovered (not-registered)',
    'unknown (certificate-scope)',
  ],
  [
    false,
    true,
    ['email', 'securityQuestion'],
    'uncovered (not-registered)',
    'unknown (certificate-scope)',
  ],
  [
    false,
    true,
    ['temporaryAccessPass', 'qrCode'],
    'uncovered (not-registered)',
    'unknown (certificate-scope)',
  ],
  [
    false,
    true,
    ['certificateBasedAuthentication', 'email'],
    'uncovered (not-registered)',
    'unknown (certificate-scope)',
  ],
  [
    false,
    true,
    ['mobilePhone'],
    'uncovered (not-registered)',
    'uncovered (not-capable)',
  ],
  [true, true, [], 'covered (registered)', 'covered (capable)'],
  [
    false,
    false,
    ['ExternalAuthMethod'],
    'unknown (external-method)',
    'unknown (external-method)',
  ],
  [
    false,
    true,
    ['externalAuthMethod'],
    'unknown (external-method)',
    'unknown (external-method)',
  ],
  [
    true,
    true,
    ['externalAuthMethod'],
    'covered (registered)',
    'covered (capable)',
  ],
])(
  'registered %s, capable %s, methods %j: %s; %s',
  (isMfaRegistered, isMfaCapable, methodsRegistered, registered, capable) => {
    const row = { isMfaRegistered, isMfaCapable, methodsRegistered };
    expect(assessed({ row }, { basis: 'registered' })).toBe(registered);
    expect(assessed({ row }, { basis: 'capable' })).toBe(capable);
  },
);

// Made from the methods of a person: registered, methods, on the basis `registered`, on the basis `capable`
it.each([
  [true, push, 'covered (registered)', 'unknown (capable-not-known)'],
  [false, [], 'uncovered (not-registered)', 'unknown (capable-not-known)'],
  [
    false,
    ['email'],
    'uncovered (not-registered)',
    'unknown (capable-not-known)',
  ],
  [
    false,
    ['externalAuthMethod'],
    'unknown (external-method)',
    'unknown (external-method)',
  ],
  [
    null,
    ['telepathy'],
    'unknown (missing-property)',
    'unknown (missing-property)',
  ],
])(
  'by methods: registered %s, methods %j: %s; %s',
  (isMfaRegistered, methodsRegistered, registered, capable) => {
    const row = {
      isMfaRegistered,
      isMfaCapable: null,
      methodsRegistered,
      from: 'methods' as const,
    };
    expect(assessed({ row }, { basis: 'registered' })).toBe(registered);
    expect(assessed({ row }, { basis: 'capable' })).toBe(capable);
    // Of the report, no value is none.
    expect(assessed({ row: { ...row, from: undefined } })).toBe(
      'unknown (missing-property)',
    );
  },
);
