import { explain } from '../explain';
import {
  defaultRules,
  factsOf,
  assessed,
  type FactsOf,
} from '../../__testUtils__/facts';
import type { RuleSettings } from '../types';

const unknown = 'unknown (missing-property)';

it.each<[string, FactsOf, string, Partial<RuleSettings>?]>([
  ['accountEnabled', { user: { accountEnabled: null } }, unknown],
  ['userType', { user: { userType: null } }, unknown],
  ['isMfaRegistered', { row: { isMfaRegistered: null } }, unknown],
  ['isMfaCapable', { row: { isMfaCapable: null } }, unknown],
  ['methodsRegistered', { row: { methodsRegistered: null } }, unknown],
  [
    'isMfaCapable, on the basis of it',
    { row: { isMfaCapable: null } },
    unknown,
    { basis: 'capable' },
  ],
  [
    'accountEnabled without a row',
    { user: { accountEnabled: null }, row: null, noRowRuns: 2 },
    unknown,
  ],
  [
    'flags that decide nothing',
    {
      row: {
        isSsprEnabled: null,
        isSsprCapable: null,
        isSsprRegistered: null,
        isPasswordlessCapable: null,
        isAdmin: null,
        isSystemPreferredAuthenticationMethodEnabled: null,
      },
    },
    'covered (registered)',
  ],
  [
    'userType, where guests are counted too',
    { user: { userType: null } },
    'covered (registered)',
    { countGuests: true },
  ],
  [
    'userType, where it is configured to be that of a member',
    { user: { userType: null } },
    'covered (registered)',
    { userTypeNull: 'member' },
  ],
  [
    'a flag, of a disabled account',
    { user: { accountEnabled: false }, row: { isMfaRegistered: null } },
    'out-of-scope (disabled)',
  ],
  [
    'accountEnabled, of a guest',
    { user: { accountEnabled: null, userType: 'Guest' } },
    'out-of-scope (guest)',
  ],
])('without %s', (_, facts, expected, settings = {}) => {
  expect(assessed(facts, settings)).toBe(expected);
});

it('names what has no value', () => {
  const facts = factsOf({
    user: { accountEnabled: null },
    row: { methodsRegistered: null },
  });
  const step = explain(facts, defaultRules, new Date()).find(
    ({ outcome }) => outcome === 'decided',
  );
  expect(step?.facts).toEqual({
    withoutValue: ['accountEnabled', 'methodsRegistered'],
  });
});
