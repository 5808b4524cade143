import fc from 'fast-check';
import { anyFacts, anySettings } from '../__testUtils__/anyFacts';
import { defaultRules, factsOf } from '../__testUtils__/facts';
import { assessPerson } from './assessPerson';
import { explain } from './explain';
import { rules } from './rules';

const asOf = new Date('2026-11-21T08:00:00Z');

it('tells which rules were passed, which decided, and which were not asked', () => {
  const facts = factsOf({ user: { userType: 'Guest' } });
  const steps = explain(facts, defaultRules, asOf).map(
    ({ rule, outcome }) => `${rule}: ${outcome}`,
  );
  expect(steps.slice(0, 4)).toEqual([
    'break-glass: passed',
    'disabled: passed',
    'guest: decided',
    'sync: not-asked',
  ]);
  // That of mailboxes is not asked where nobody chose it.
  expect(steps).toHaveLength(rules.length - 1);
});

it('explains every assessment that is made, by the rule that made it', () => {
  fc.assert(
    fc.property(anyFacts, anySettings, (facts, settings) => {
      const assessment = assessPerson(facts, settings, asOf);
      const steps = explain(
        { ...facts, isNewReport: false, noRowRuns: assessment.noRowRuns },
        settings,
        asOf,
      );
      const decided = steps.filter(({ outcome }) => outcome === 'decided');
      expect(decided).toHaveLength(1);
      const rule = rules.find(({ id }) => id === decided[0].rule)!;
      const noRowRuns = assessment.noRowRuns;
      expect(rule.decide({ facts, settings, asOf, noRowRuns })).toMatchObject({
        state: assessment.state,
        reason: assessment.reason,
      });
    }),
  );
});
