import {
  defaultRules,
  factsOf,
  judged,
  type FactsOf,
} from '../../__testUtils__/facts';
import { assessPerson } from '../assessPerson';

it.each([
  ['the first complete read', 0, true, 'unknown (no-row-yet)'],
  ['the second', 1, true, 'uncovered (no-row)'],
  ['a judgement again without a read', 1, false, 'unknown (no-row-yet)'],
  ['any later one', 2, true, 'uncovered (no-row)'],
  ['a judgement after that without a read', 2, false, 'uncovered (no-row)'],
])('no row after %s', (_, noRowRuns, reportReadAgain, expected) => {
  expect(judged({ row: null, noRowRuns, reportReadAgain })).toBe(expected);
});

it.each<[string, FactsOf, number]>([
  ['counts a read without a row', { row: null, noRowRuns: 0 }, 1],
  ['counts no further than it needs', { row: null, noRowRuns: 2 }, 2],
  [
    'counts no judgement without a read',
    { row: null, reportReadAgain: false, noRowRuns: 1 },
    1,
  ],
  ['begins anew with a row', { noRowRuns: 2 }, 0],
  [
    'begins anew for who is left out, whom the report leaves out too',
    { row: null, noRowRuns: 2, user: { accountEnabled: false } },
    0,
  ],
])('%s', (_, facts, expected) => {
  const { noRowRuns } = assessPerson(factsOf(facts), defaultRules, new Date());
  expect(noRowRuns).toBe(expected);
});
