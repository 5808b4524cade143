import fc from 'fast-check';
import { anyFacts, anySettings } from '../__testUtils__/anyFacts';
import { defaultRules, factsOf, type FactsOf } from '../__testUtils__/facts';
import { assessPerson } from './assessPerson';
import { assumedFacts, assumedSettings, type Assumption } from './whatIf';

const asIs: Assumption = {
  phoneOff: false,
  withoutExceptions: false,
  countGuests: null,
  basis: null,
  targetPermille: null,
};

const at = new Date('2026-11-21T08:00:00Z');

/** `covered (registered), app-or-token` under an assumption. */
function assumed(facts: FactsOf, assumption: Partial<Assumption>): string {
  const all = { ...asIs, ...assumption };
  const { state, reason, tier } = assessPerson(
    assumedFacts(factsOf(facts), all),
    assumedSettings(defaultRules, all),
    at,
  );
  return `${state} (${reason}), ${tier}`;
}

const push = 'microsoftAuthenticatorPush';

it.each<[string, FactsOf['row'], string]>([
  ['an app', {}, 'covered (registered), app-or-token'],
  [
    'a phone only',
    { methodsRegistered: ['mobilePhone'] },
    'uncovered (not-registered), none',
  ],
  [
    'a phone and an app',
    { methodsRegistered: ['mobilePhone', push] },
    'covered (registered), app-or-token',
  ],
  [
    'a phone and email',
    { methodsRegistered: ['mobilePhone', 'email'] },
    'uncovered (not-registered), recovery-only',
  ],
  [
    'a phone and a temporary pass, which expires',
    { methodsRegistered: ['officePhone', 'temporaryAccessPass'] },
    'uncovered (not-registered), bootstrap',
  ],
  [
    'a phone and a method that is not known',
    { methodsRegistered: ['sms', 'telepathy'] },
    'covered (registered), other',
  ],
  [
    'a phone and an external method',
    { methodsRegistered: ['mobilePhone', 'externalAuthMethod'] },
    'covered (registered), other',
  ],
  [
    'a phone and a certificate',
    { methodsRegistered: ['mobilePhone', 'certificateBasedAuthentication'] },
    'covered (registered), other',
  ],
  [
    'a phone and a QR code, which is no second factor',
    { methodsRegistered: ['mobilePhone', 'qrCode'] },
    'uncovered (not-registered), other',
  ],
  [
    'a phone by a name of another family',
    { methodsRegistered: ['OneWaySMS'] },
    'uncovered (not-registered), none',
  ],
  [
    'no phone, registered by a method that is not known',
    { methodsRegistered: ['telepathy'] },
    'covered (registered), other',
  ],
  ['no row', null, 'uncovered (no-row), null'],
])('phone switched off: who has %s', (_, row, expected) => {
  expect(assumed({ row, noRowRuns: 2 }, { phoneOff: true })).toBe(expected);
});

it('does not take a lost phone for a certificate that is not proven', () => {
  const row = { methodsRegistered: ['mobilePhone'] };
  expect(assumed({ row }, { phoneOff: true, basis: 'capable' })).toBe(
    'uncovered (not-capable), none',
  );
});

it('leaves nobody with a phone as the default', () => {
  const row = {
    methodsRegistered: ['mobilePhone', push],
    userPreferredMethodForSecondaryAuthentication: 'sms',
  };
  const marks = (phoneOff: boolean) =>
    assessPerson(
      assumedFacts(factsOf({ row }), { ...asIs, phoneOff }),
      defaultRules,
      at,
    ).marks;
  expect(marks(false)).toEqual(['phone-default']);
  expect(marks(true)).toEqual([]);
});

const guest = { userType: 'Guest' };
const exception = {
  id: 'e',
  until: '2027-01-01',
  approver: 'user:default/a',
};

it.each<[string, FactsOf, Partial<Assumption>, string]>([
  ['a guest', { user: guest }, {}, 'out-of-scope (guest), app-or-token'],
  [
    'a guest who is counted',
    { user: guest },
    { countGuests: true },
    'covered (registered), app-or-token',
  ],
  [
    'a method that the policy does not allow, on the other basis',
    { row: { isMfaCapable: false } },
    { basis: 'capable' },
    'uncovered (not-capable), app-or-token',
  ],
  ['an exempt person', { exception }, {}, 'exempt (exception), app-or-token'],
  [
    'an exempt person whose exception ends',
    { exception },
    { withoutExceptions: true },
    'covered (registered), app-or-token',
  ],
  [
    'an exempt person whose exception ends and whose phone is switched off',
    { exception, row: { methodsRegistered: ['mobilePhone'] } },
    { withoutExceptions: true, phoneOff: true },
    'uncovered (not-registered), none',
  ],
  [
    'a row that contradicts itself by a phone, which goes',
    {
      row: {
        isMfaRegistered: false,
        isMfaCapable: true,
        methodsRegistered: ['mobilePhone', 'x509CertificateSingleFactor'],
      },
    },
    { basis: 'capable', phoneOff: true },
    'uncovered (not-capable), other',
  ],
])('%s', (_, facts, assumption, expected) => {
  expect(assumed(facts, assumption)).toBe(expected);
});

const anyAssumption: fc.Arbitrary<Assumption> = fc.record({
  phoneOff: fc.boolean(),
  withoutExceptions: fc.boolean(),
  countGuests: fc.option(fc.boolean()),
  basis: fc.option(fc.constantFrom('registered', 'capable')),
  targetPermille: fc.option(fc.integer({ min: 1, max: 1000 })),
});

it('changes nothing without an assumption', () => {
  fc.assert(
    fc.property(anyFacts, anySettings, (facts, settings) => {
      expect(assumedFacts(facts, asIs)).toEqual(facts);
      expect(assumedSettings(settings, asIs)).toEqual(settings);
    }),
  );
});

it('comes to the same when it is assumed twice', () => {
  fc.assert(
    fc.property(
      anyFacts,
      anySettings,
      anyAssumption,
      (facts, settings, some) => {
        const once = assumedFacts(facts, some);
        expect(assumedFacts(once, some)).toEqual(once);
        const set = assumedSettings(settings, some);
        expect(assumedSettings(set, some)).toEqual(set);
      },
    ),
  );
});

it('makes nobody covered by switching phones off, and nobody phone only', () => {
  fc.assert(
    fc.property(anyFacts, anySettings, (facts, settings) => {
      const off = { ...asIs, phoneOff: true };
      const before = assessPerson(facts, settings, at);
      const after = assessPerson(assumedFacts(facts, off), settings, at);
      expect(after.tier).not.toBe('phone');
      expect(after.scopeClass).toBe(before.scopeClass);
      const isCovered = [before, after].map(({ state }) => state === 'covered');
      expect(isCovered).not.toEqual([false, true]);
    }),
  );
});

it('makes exactly those not registered who are covered by a phone only', () => {
  fc.assert(
    fc.property(anyFacts, anySettings, (facts, settings) => {
      const off = { ...asIs, phoneOff: true };
      const before = assessPerson(facts, settings, at);
      const after = assessPerson(assumedFacts(facts, off), settings, at);
      const isLost =
        before.state === 'covered' && before.marks.includes('phone-only');
      expect(after.state).toBe(isLost ? 'uncovered' : before.state);
    }),
    { numRuns: 2_000 },
  );
});
