import fc from 'fast-check';
import { anyFacts, anySettings } from '../__testUtils__/anyFacts';
import { assessPerson } from './assessPerson';
import {
  ABSENT,
  CONDITIONS,
  conditionOf,
  packCondition,
  unpackCondition,
} from './condition';

const at = new Date('2026-11-21T08:00:00Z');

it('comes back from its code, whoever it is', () => {
  fc.assert(
    fc.property(anyFacts, anySettings, (facts, settings) => {
      const condition = conditionOf(assessPerson(facts, settings, at));
      const code = packCondition(condition);
      expect(unpackCondition(code)).toEqual(condition);
      expect(code).toBeGreaterThan(ABSENT);
      expect(code).toBeLessThan(CONDITIONS);
    }),
  );
});

it('has a code for nobody', () => {
  expect(packCondition(null)).toBe(ABSENT);
  expect(unpackCondition(ABSENT)).toBeNull();
});

it('keeps the codes that are stored', () => {
  expect(
    packCondition({
      state: 'covered',
      scopeClass: null,
      registered: true,
      capable: false,
      tier: 'phone',
    }),
  ).toBe(1 + 2 * 128 + 1 * 512 + 5 * 2048);
  expect(
    packCondition({
      state: 'out-of-scope',
      scopeClass: 'future-hire',
      registered: null,
      capable: null,
      tier: null,
    }),
  ).toBe(5 + 8 * 8);
});

it('follows who is left out no further, but for break-glass accounts', () => {
  const facts = {
    state: 'out-of-scope',
    registered: true,
    capable: true,
    tier: 'phone',
  } as const;
  expect(conditionOf({ ...facts, scopeClass: 'guest' })).toMatchObject({
    registered: null,
    capable: null,
    tier: null,
  });
  expect(conditionOf({ ...facts, scopeClass: 'break-glass' })).toMatchObject({
    registered: true,
    tier: 'phone',
  });
});
