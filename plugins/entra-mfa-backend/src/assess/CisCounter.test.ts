import fc from 'fast-check';
import { anyFacts, anySettings } from '../__testUtils__/anyFacts';
import { defaultRules, factsOf, type FactsOf } from '../__testUtils__/facts';
import { assessPerson } from './assessPerson';
import { CisCounter } from './CisCounter';

const at = new Date('2026-11-21T08:00:00Z');
const member = { enabled: true, guest: false, member: true };

/** What one person adds to the count. */
function counted(facts: FactsOf, account: Partial<typeof member> = {}) {
  const line = new CisCounter();
  const rules = { ...defaultRules, breakGlassIds: ['break-glass'] };
  line.add(assessPerson(factsOf(facts), rules, at), { ...member, ...account });
  return line.line();
}

const notCapable = { isMfaRegistered: false, isMfaCapable: false };
const none = { capable: 0, certificateScope: 0, leftOut: 0 };

it.each<[string, FactsOf, object]>([
  ['a capable member', {}, { capable: 1 }],
  ['one who is not', { row: { ...notCapable, methodsRegistered: [] } }, {}],
  [
    'one who is registered by a method that is not allowed',
    { row: { isMfaCapable: false } },
    {},
  ],
  [
    'certificate scope with a way to recover',
    { row: { isMfaRegistered: false, methodsRegistered: ['email'] } },
    { capable: 1, certificateScope: 1 },
  ],
  [
    'a row that contradicts itself',
    { row: { isMfaRegistered: false } },
    { capable: 1 },
  ],
  [
    'a break-glass account',
    { objectId: 'break-glass' },
    { capable: 1, leftOut: 1 },
  ],
  [
    'a synchronisation account',
    {
      user: { userPrincipalName: 'Sync_A_1@contoso.onmicrosoft.com' },
      row: { ...notCapable, methodsRegistered: [] },
    },
    { leftOut: 1 },
  ],
  [
    'somebody exempt',
    { exception: { id: 'e', until: '2027-01-01', approver: 'user:x/a' } },
    { capable: 1, leftOut: 1 },
  ],
])('counts %s', (_, facts, expected) => {
  expect(counted(facts)).toEqual({ members: 1, ...none, ...expected });
});

it('counts neither guests, nor disabled accounts, nor who is not in the report', () => {
  expect(counted({}, { member: false, guest: true })).toBeNull();
  expect(counted({}, { member: false })).toBeNull();
  expect(counted({}, { enabled: false })).toBeNull();
  expect(counted({ row: null, noRowRuns: 2 })).toBeNull();
});

it('never counts more capable people than members, nor other parts than of them', () => {
  fc.assert(
    fc.property(fc.array(anyFacts), anySettings, (everybody, settings) => {
      const line = new CisCounter();
      for (const facts of everybody) {
        const { accountEnabled, userType } = facts.user;
        line.add(assessPerson(facts, settings, at), {
          enabled: accountEnabled !== false,
          guest: userType === 'Guest',
          member: userType?.toLowerCase() === 'member',
        });
      }
      const count = line.line() ?? { members: 0, ...none };
      expect(count.capable).toBeLessThanOrEqual(count.members);
      expect(count.leftOut).toBeLessThanOrEqual(count.members);
      expect(count.certificateScope).toBeLessThanOrEqual(count.capable);
    }),
  );
});
