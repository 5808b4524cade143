import {
  controlTestIds,
  testOutcomes,
  tiers,
  type ControlTestId,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import { runControlTests, runTeamTests } from './controlTests';
import { statusOf } from './statusOf';
import { teamStanding } from './teamStanding';
import { isTeamTest, teamTestIds, type TeamOutcomes } from './teamTests';
import type { ControlFacts } from './types';

const outcomesOf = (
  given: Partial<Record<string, (typeof testOutcomes)[number]>>,
) =>
  Object.fromEntries(
    teamTestIds.map(test => [test, { test, outcome: given[test] ?? 'met' }]),
  ) as unknown as TeamOutcomes;

const both = ['coverage', 'privileged-covered', 'policies'];
const told = both.slice(0, 2);

interface Case {
  tests?: readonly string[];
  given?: Parameters<typeof outcomesOf>[0];
  seen?: Partial<Parameters<typeof teamStanding>[2]>;
  status: ReturnType<typeof teamStanding>['status'];
  told: readonly string[];
}
const hidden = { seesNames: false };
const missed = { 'privileged-covered': 'not-met' } as const;
const cases: Record<string, Case> = {
  'by those that it can answer': { status: 'met', told },
  'missed by one': { given: missed, status: 'not-met', told },
  'not by what did not run': {
    given: { 'privileged-covered': 'not-evaluated' },
    status: 'not-evaluated',
    told,
  },
  stale: { seen: { isFresh: false }, status: 'stale', told },
  'of the tenant alone': { tests: ['policies'], status: null, told: [] },
  'not met by what is withheld': {
    seen: hidden,
    status: null,
    told: ['coverage'],
  },
  'not missed by what is withheld': {
    given: missed,
    seen: hidden,
    status: null,
    told: ['coverage'],
  },
  'missed by what is told': {
    given: { coverage: 'not-met' },
    seen: hidden,
    status: 'not-met',
    told: ['coverage'],
  },
  'withheld whole': {
    tests: ['joiners'],
    given: { joiners: 'not-met' },
    seen: { ...hidden, isFresh: false },
    status: null,
    told: [],
  },
};

it.each(Object.entries(cases))('a control stands %s', (_, one) => {
  const { tests = both, given = {}, seen } = one;
  const standing = teamStanding(tests, outcomesOf(given), {
    ...{ isFresh: true, seesNames: true },
    ...seen,
  });
  expect(standing.status).toBe(one.status);
  expect(standing.results.map(({ test }) => test)).toEqual(one.told);
  expect(standing.withheld).toBe(
    one.told.length < tests.filter(isTeamTest).length,
  );
});

const count = fc.nat({ max: 9 });
const factsOf: fc.Arbitrary<ControlFacts> = fc.record({
  at: fc.constant(new Date('2026-11-30T12:00:00Z')),
  counts: fc.record({
    states: fc.record({
      ...{ covered: count, uncovered: count, unknown: count, exempt: count },
      'out-of-scope': count,
    }),
    inScope: count,
    tiers: fc
      .array(count, { minLength: tiers.length, maxLength: tiers.length })
      .map(
        numbers =>
          Object.fromEntries(
            tiers.map((tier, place) => [tier, numbers[place]]),
          ) as ControlFacts['counts']['tiers'],
      ),
    noTier: count,
    privileged: fc.constant(null),
  }),
  targetPermille: fc.constantFrom(0, 500, 950, 1000),
  roles: fc.constantFrom(
    ...(['read', 'no-permission'] as const).map(active => ({
      active,
      eligible: 'no-licence' as const,
      groups: 'read' as const,
      groupEligibility: 'no-licence' as const,
    })),
  ),
  privileged: fc.record({
    ...{ covered: count, uncovered: count, unknown: count, exempt: count },
    ...{ phoneOnly: count, phishingResistant: count },
  }),
  breakGlass: fc.record({ passed: count, failed: count, notKnown: count }),
  joiners: fc.record({ days: count, people: count, without: count }),
  leavers: fc.option(fc.record({ people: count, enabled: count })),
  lost: fc.record({ days: count, people: count }),
  exceptions: fc.record({ inForce: count, approvedByAnother: count }),
  reviewClosedAt: fc.constant(null),
  sync: fc.record({ dataSets: count, failing: count }),
});

it('comes to what the tenant comes to where the facts are the same, and is met only by what is told', () => {
  fc.assert(
    fc.property(
      factsOf,
      fc.subarray<ControlTestId>([...controlTestIds], { minLength: 1 }),
      fc.boolean(),
      (facts, tests, seesNames) => {
        const tenant = runControlTests(facts);
        const team = runTeamTests(facts);
        for (const test of teamTestIds) {
          expect(team[test]).toEqual(tenant[test]);
        }
        const { status, results } = teamStanding(tests, team, {
          isFresh: true,
          seesNames,
        });
        const ofTeam = tests.filter(isTeamTest).map(test => team[test]);
        const truth = ofTeam.length > 0 ? statusOf(ofTeam) : null;
        expect(seesNames ? [truth] : [truth, null]).toContain(status);
        const whole = ofTeam.map(result => ({ ...result, added: null }));
        expect(status === 'met' ? results : whole).toEqual(whole);
      },
    ),
  );
});
