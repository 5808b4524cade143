import {
  bases,
  personStates,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { countsSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import fc from 'fast-check';
import { anyFacts, anySettings } from '../__testUtils__/anyFacts';
import { defaultRules, factsOf } from '../__testUtils__/facts';
import type { TenantCounts } from './TenantCounts';
import { assessPerson } from './assessPerson';
import { createTeamRollUp, createTenantRollUp } from './rollUp';
import type { Assessment, CoverageLine, StoredCounts } from './types';

const asOf = new Date('2026-11-21T08:00:00Z');
const rest = { catalogUsersNotInEntra: 0, rowsWithoutPerson: 0 };

interface Member {
  person: Assessment;
  inCatalog: boolean;
  ownTeams: number[];
}

const anyDirectory: fc.Arbitrary<{
  basis: 'registered' | 'capable';
  people: Member[];
}> = anySettings.chain(settings =>
  fc
    .array(
      fc.record({
        facts: anyFacts,
        inCatalog: fc.boolean(),
        ownTeams: fc.uniqueArray(fc.integer({ min: 0, max: 5 })),
      }),
      { maxLength: 40 },
    )
    .map(people => ({
      basis: settings.basis,
      people: people.map(({ facts, ...member }) => ({
        ...member,
        person: assessPerson(facts, settings, asOf),
      })),
    })),
);

function tenantLine(people: Member[]) {
  const rollUp = createTenantRollUp();
  for (const { person, ...where } of people) rollUp.add(person, where);
  return read<StoredCounts & TenantCounts>(rollUp.line(rest));
}

function read<Counts = StoredCounts>(line: CoverageLine) {
  return { line, counts: JSON.parse(line.counts) as Counts };
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe('the line of counts', () => {
  it('adds up to the directory, in every mix of people', () => {
    fc.assert(
      fc.property(anyDirectory, ({ people, basis }) => {
        const { line, counts } = tenantLine(people);
        // Where nobody is at risk, nothing of it is stored.
        countsSchema.parse({ atRiskUncovered: 0, ...counts });
        expect(counts.people).toBe(people.length);
        expect(sum(Object.values(counts.states))).toBe(people.length);
        expect(sum(counts.reasons.map(({ count }) => count))).toBe(
          people.length,
        );
        expect(
          counts.inScope + sum(counts.leftOut.map(({ count }) => count)),
        ).toBe(people.length);
        expect(sum(Object.values(counts.tiers)) + counts.noTier).toBe(
          counts.inScope,
        );
        expect(line.in_scope).toBe(
          people.length - counts.states['out-of-scope'],
        );
        for (const state of personStates) {
          expect(
            sum(
              counts.reasons
                .filter(each => each.state === state)
                .map(({ count }) => count),
            ),
          ).toBe(counts.states[state]);
        }
        expect(counts.bases[basis]).toEqual({
          covered: counts.states.covered,
          uncovered: counts.states.uncovered,
        });
        for (const each of bases) {
          const { covered, uncovered } = counts.bases[each];
          expect(covered + uncovered).toBeLessThanOrEqual(counts.inScope);
        }
      }),
    );
  });

  it('does not depend on the order of the people', () => {
    fc.assert(
      fc.property(anyDirectory, ({ people }) => {
        const { halfOfGap: _, ...forwards } = tenantLine(people).counts;
        const { halfOfGap: __, ...backwards } = tenantLine(
          [...people].reverse(),
        ).counts;
        expect(backwards).toEqual(forwards);
      }),
    );
  });

  it('counts both bases side by side', () => {
    const rollUp = createTeamRollUp();
    const rows = [
      { isMfaRegistered: true, isMfaCapable: true },
      { isMfaRegistered: true, isMfaCapable: false },
      { isMfaRegistered: false, isMfaCapable: false },
    ];
    for (const row of rows) {
      rollUp.add(assessPerson(factsOf({ row }), defaultRules, asOf), {
        direct: true,
        inCatalog: true,
      });
    }
    const { counts } = read(rollUp.line());
    expect(counts.bases).toEqual({
      registered: { covered: 2, uncovered: 1 },
      capable: { covered: 1, uncovered: 2 },
    });
    expect(counts.registeredNotCapable).toBe(1);
  });
});

it("tells a team's own members from those of its sub-teams", () => {
  const rollUp = createTeamRollUp();
  const covered = assessPerson(factsOf({}), defaultRules, asOf);
  const uncovered = assessPerson(
    factsOf({ row: { isMfaRegistered: false, isMfaCapable: false } }),
    defaultRules,
    asOf,
  );
  rollUp.add(covered, { direct: true, inCatalog: true });
  rollUp.add(uncovered, { direct: true, inCatalog: true });
  rollUp.add(uncovered, { direct: false, inCatalog: true });
  expect(rollUp.line()).toMatchObject({
    people: 3,
    covered: 1,
    uncovered: 2,
    direct_covered: 1,
    direct_uncovered: 1,
  });
});

it('says null of privileged people while roles are not read, and never none', () => {
  const people = [true, false, null].map(privileged =>
    assessPerson(factsOf({ privileged }), defaultRules, asOf),
  );
  const lineOf = (some: Assessment[]) =>
    tenantLine(some.map(person => ({ person, inCatalog: true, ownTeams: [] })))
      .counts;
  expect(lineOf([people[2]]).privileged).toBeNull();
  expect(lineOf(people).privileged).toMatchObject({ people: 1, covered: 1 });
});
