import { timeLeft, type ReadSoFar } from './timeLeft';

const users: ReadSoFar = {
  dataSet: 'users',
  pages: 5,
  rows: 5_000,
  expectedRows: 20_000,
  elapsedMs: 10_000,
  people: 20_000,
  reportRead: false,
};
const report: ReadSoFar = { ...users, dataSet: 'registrations' };

it.each<[string, ReadSoFar, number | null]>([
  // 21 pages of 999 at 2.5 s, and 15,000 people more at 500 a second.
  ['people, and then the report', users, 53 + 30],
  [
    'people of whom none has come',
    { ...users, pages: 0, rows: 0, elapsedMs: 400 },
    53,
  ],
  ['people, gone on with', { ...users, elapsedMs: null }, 53],
  [
    'people of whom nobody knows how many there are',
    { ...users, expectedRows: null, people: null },
    null,
  ],
  [
    'roles, of which nobody knows how many there are',
    { ...users, dataSet: 'role-assignments', expectedRows: null },
    53,
  ],
  [
    'sign-ins beside the report, which takes longer',
    { ...users, dataSet: 'sign-in-activity' },
    53,
  ],
  [
    'sign-ins beside the report, which is read sooner',
    { ...users, dataSet: 'sign-in-activity', elapsedMs: 60_000 },
    180,
  ],
  [
    'sign-ins after the report',
    { ...users, dataSet: 'sign-in-activity', reportRead: true },
    30,
  ],
  [
    'what comes after the report, of which nothing tells how long it is',
    { ...users, dataSet: 'devices', expectedRows: null, reportRead: true },
    null,
  ],
  [
    'between two data sets',
    { ...users, dataSet: null, expectedRows: null },
    53,
  ],
  // 15 pages of 1,000.
  ['the report, as fast as it may be asked', report, 38],
  ['the report, more slowly', { ...report, elapsedMs: 60_000 }, 180],
  // The report gave 100 rows a page.
  ['the report in small pages', { ...report, pages: 50 }, 375],
  [
    'the report at its beginning',
    { ...report, pages: 0, rows: 0, elapsedMs: 900 },
    53,
  ],
  ['the report, gone on with', { ...report, elapsedMs: null }, 38],
  ['a report with more than was expected', { ...report, rows: 20_001 }, 0],
  [
    'a report of which nobody knows how long it is',
    { ...report, expectedRows: null, people: null },
    null,
  ],
])('of %s', (_, read, seconds) => {
  expect(timeLeft(read, 4)).toBe(seconds);
});

it('follows from the pace at which the report is asked', () => {
  expect(timeLeft(report, 2)).toBe(75);
});
