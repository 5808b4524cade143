import fc from 'fast-check';
import {
  personStates,
  scopeClasses,
  type PersonState,
  type ScopeClass,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { defaultRules, factsOf } from '../__testUtils__/facts';
import { assessPerson } from './assessPerson';
import { FigureChange } from './FigureChange';
import { suddenFall } from './suddenFall';

const limits = { people: 10, permille: 50 };
const anyone = assessPerson(factsOf({}), defaultRules, new Date());

/** Some people who were so and are so now: `covered`, `unknown`, or the class that they are out by. */
type Step = [
  count: number,
  before: PersonState | ScopeClass | null,
  now: PersonState | ScopeClass,
];

function standing(as: PersonState | ScopeClass) {
  return (scopeClasses as readonly string[]).includes(as)
    ? { state: 'out-of-scope' as const, scopeClass: as as ScopeClass }
    : { state: as as PersonState, scopeClass: null };
}

function changeOf(steps: Step[]): FigureChange {
  const change = new FigureChange();
  for (const [count, before, now] of steps) {
    for (let i = 0; i < count; i += 1) {
      change.add(before && standing(before), { ...anyone, ...standing(now) });
    }
  }
  return change;
}

const same: Step[] = [
  [900, 'covered', 'covered'],
  [100, 'uncovered', 'uncovered'],
];

it.each<[string, Step[], number | null]>([
  ['nobody', [], null],
  ['the same people', same, null],
  ['methods lost', [...same, [60, 'covered', 'uncovered']], 60],
  ['a fall by less', [...same, [52, 'covered', 'uncovered']], null],
  [
    '9 people of a small tenant',
    [
      [9, 'covered', 'covered'],
      [9, 'covered', 'uncovered'],
    ],
    null,
  ],
  [
    '10 people of a small tenant',
    [
      [9, 'covered', 'covered'],
      [10, 'covered', 'uncovered'],
    ],
    10,
  ],
  ['a rise', [...same, [300, 'uncovered', 'covered']], null],
  ['rows that vanish', [...same, [60, 'covered', 'unknown']], 60],
  [
    'all rows',
    [
      [900, 'covered', 'unknown'],
      [100, 'uncovered', 'unknown'],
    ],
    900,
  ],
  [
    'people who join, not registered',
    [...same, [400, null, 'uncovered']],
    null,
  ],
  [
    'people who join, beside methods lost',
    [...same, [60, 'covered', 'uncovered'], [900, null, 'covered']],
    60,
  ],
  [
    'joiners who are known at last',
    [...same, [400, 'unknown', 'uncovered']],
    null,
  ],
  [
    'disabled accounts that are enabled for all',
    [...same, [60, 'disabled', 'uncovered']],
    60,
  ],
  [
    'the same, before the report has them',
    [...same, [60, 'disabled', 'unknown']],
    60,
  ],
  [
    'guests that are members for all',
    [...same, [60, 'guest', 'uncovered']],
    60,
  ],
  [
    'guests that are members, and registered',
    [...same, [60, 'guest', 'covered']],
    null,
  ],
  [
    'the covered that are disabled',
    [
      [400, 'covered', 'covered'],
      [100, 'uncovered', 'uncovered'],
      [500, 'covered', 'disabled'],
    ],
    500,
  ],
  [
    'everybody is disabled',
    [
      [900, 'covered', 'disabled'],
      [100, 'uncovered', 'disabled'],
    ],
    900,
  ],
  [
    'people who start today',
    [...same, [400, 'future-hire', 'uncovered']],
    null,
  ],
  ['accounts that somebody lists', [...same, [500, 'covered', 'listed']], null],
  ['exceptions', [...same, [500, 'covered', 'exempt']], null],
  ['exceptions that end', [...same, [500, 'exempt', 'uncovered']], null],
])('%s', (_, steps, people) => {
  expect(suddenFall(changeOf(steps), limits)?.people ?? null).toBe(people);
});

it('tells who left and who entered by which class, and who is not known', () => {
  const change = changeOf([
    [3, 'covered', 'disabled'],
    [2, 'covered', 'unknown'],
    [4, 'guest', 'unknown'],
    [5, 'guest', 'uncovered'],
    [1, 'disabled', 'covered'],
  ]);
  expect([...change.left]).toEqual([['disabled', 3]]);
  expect([...change.entered]).toEqual([['guest', 9]]);
  expect(change).toMatchObject({
    lost: 5,
    notKnown: 6,
    before: { covered: 5, uncovered: 0 },
    now: { covered: 1, uncovered: 11 },
  });
});

const anyStanding = fc.constantFrom(
  ...personStates.filter(state => state !== 'out-of-scope'),
  ...scopeClasses,
);
const anySteps = fc.array(
  fc.tuple(fc.nat(50), fc.option(anyStanding), anyStanding),
);

it('is never a fall where nobody is worse than before', () => {
  fc.assert(
    fc.property(anySteps, steps => {
      const better = steps.filter(
        ([, before, now]) => now === before || now === 'covered',
      );
      expect(suddenFall(changeOf(better), limits)).toBeNull();
    }),
  );
});

it('does not look at people who join, whatever they are', () => {
  fc.assert(
    fc.property(anySteps, steps => {
      const known = steps.filter(([, before]) => before !== null);
      expect(suddenFall(changeOf(steps), limits)).toEqual(
        suddenFall(changeOf(known), limits),
      );
    }),
  );
});

describe('people of the Entra group of an exception', () => {
  const byGroup = { state: 'exempt', scopeClass: null, exceptionId: 'g' };
  const covered = { state: 'covered', scopeClass: null };
  const uncovered = { state: 'uncovered', scopeClass: null };

  it.each([
    ['who leave it', byGroup, uncovered, [0, 0, 0, 1]],
    ['who come into it', covered, byGroup, [1, 0, 0, 0]],
    ['who stay in it', byGroup, byGroup, [0, 0, 0, 0]],
    [
      'who are exempt by another that began or ended',
      { ...byGroup, exceptionId: 'p' },
      uncovered,
      [0, 0, 0, 0],
    ],
    [
      'who are exempt by one of their own instead',
      byGroup,
      { ...byGroup, exceptionId: 'p' },
      [0, 0, 0, 0],
    ],
  ])('%s', (_, before, now, expected) => {
    const change = new FigureChange(id => id === 'g');
    change.add(before, now);
    const { before: then, now: today } = change;
    expect([
      then.covered,
      then.uncovered,
      today.covered,
      today.uncovered,
    ]).toEqual(expected);
  });
});
