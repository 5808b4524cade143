import {
  defaultRules,
  factsOf,
  assessed,
  type FactsOf,
} from '../../__testUtils__/facts';
import { assessPerson } from '../assessPerson';

const asOf = new Date('2026-11-21T08:00:00Z');
const hoursAgo = (hours: number) =>
  new Date(asOf.getTime() - hours * 3_600_000);
const yet = 'unknown (no-row-yet)';
const none = 'uncovered (no-row)';

it.each<[string, FactsOf, string]>([
  ['the first report', { noRowRuns: 0 }, yet],
  ['the second', { noRowRuns: 1 }, none],
  ['the first, read again', { noRowRuns: 1, isNewReport: false }, yet],
  ['any later one', { noRowRuns: 2 }, none],
  ['the second, read again', { noRowRuns: 2, isNewReport: false }, none],
  [
    'two reports, of an account of 36 hours',
    { noRowRuns: 1, enabledSince: hoursAgo(36) },
    none,
  ],
  [
    'two reports, of a younger account',
    { noRowRuns: 2, enabledSince: hoursAgo(35) },
    yet,
  ],
  [
    'two reports, the second older than the account',
    {
      noRowRuns: 1,
      enabledSince: hoursAgo(37),
      reportRefreshedAt: hoursAgo(38),
    },
    yet,
  ],
  [
    'two reports that do not say when they are of',
    { noRowRuns: 1, reportRefreshedAt: null },
    yet,
  ],
  [
    'two reports, of an account that was never seen enabled',
    { noRowRuns: 1, enabledSince: null },
    yet,
  ],
])('no row after %s', (_, facts, expected) => {
  expect(assessed({ row: null, ...facts }, {}, asOf)).toBe(expected);
});

it.each<[string, FactsOf, number]>([
  ['counts a report without a row', { row: null, noRowRuns: 0 }, 1],
  ['counts no further than it needs', { row: null, noRowRuns: 2 }, 2],
  [
    'counts no report twice',
    { row: null, isNewReport: false, noRowRuns: 1 },
    1,
  ],
  [
    'counts no report that is older than the account',
    {
      row: null,
      enabledSince: hoursAgo(3),
      reportRefreshedAt: hoursAgo(6),
    },
    0,
  ],
  [
    'counts no report that the tenant does not give',
    { row: null, report: 'no-licence' },
    0,
  ],
  ['begins anew with a row', { noRowRuns: 2 }, 0],
  [
    'begins anew for who is left out, whom the report leaves out too',
    { row: null, noRowRuns: 2, user: { accountEnabled: false } },
    0,
  ],
])('%s', (_, facts, expected) => {
  const { noRowRuns } = assessPerson(factsOf(facts), defaultRules, asOf);
  expect(noRowRuns).toBe(expected);
});
