import { staleCauses } from './staleCauses';

const now = new Date('2026-11-21T08:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const limits = {
  staleAfterSeconds: 6 * 3600,
  reportStaleAfterSeconds: 48 * 3600,
};

it.each<[string, number | null, number | null, string[]]>([
  ['fresh', 1, 30, []],
  ['at both limits', 6, 48, []],
  ['not read for too long', 7, 30, ['not-read']],
  ['an old report that was just read', 1, 50, ['report-old']],
  ['both', 7, 240, ['not-read', 'report-old']],
  ['a report that grew old since it was read', 5, 50, []],
  ['not read since, of a report that grew old', 7, 50, ['not-read']],
  ['old when it was read', 5, 54, ['report-old']],
  ['never read', null, null, []],
  ['a report that does not say when', 1, null, []],
])('%s', (_, read, refreshed, expected) => {
  const snapshot = {
    readAt: read === null ? null : hoursAgo(read),
    reportRefreshedAt: refreshed === null ? null : hoursAgo(refreshed),
  };
  expect(staleCauses(limits, snapshot, now)).toEqual(expected);
});

it('is not of nothing', () => {
  expect(staleCauses(limits, null, now)).toEqual([]);
});
