import type { PhoneEnds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { changeIn4Weeks, neededLine, neededPerWeek } from './neededLine';

const february = { date: '2027-02-01', count: 7 };
const july = { date: '2027-07-01', count: 1 };
const line = (day: string, people: number, ends: PhoneEnds) =>
  neededLine({ time: Date.parse(day), people }, ends).map(
    point =>
      `${new Date(point.time).toISOString().slice(0, 10)} ${point.people}`,
  );

it.each<[string, PhoneEnds, string[]]>([
  ['2026-11-30', [february], ['2026-11-30 8', '2027-02-01 0']],
  [
    '2026-11-30',
    [july, february],
    ['2026-11-30 8', '2027-02-01 1', '2027-07-01 0'],
  ],
  // Whose day has come is blocked already.
  ['2027-02-01', [february, july], ['2027-02-01 8', '2027-07-01 0']],
  ['2027-07-02', [february, july], []],
  ['2026-11-30', [{ ...february, count: 0 }], []],
  ['2026-11-30', [], []],
])('leads on %s with %j through %j', (day, ends, expected) => {
  expect(line(day, 8, ends)).toEqual(expected);
});

it.each([
  // Nine weeks.
  ['2026-11-30', 9, 0, 1],
  ['2026-11-30', 10, 0, 1.2],
  ['2026-11-30', 19, 1, 2],
  ['2027-01-25', 8, 1, 7],
  ['2027-01-31', 1, 0, 7],
])(
  'takes from %s with %s people to %s so many a week: %s',
  (day, from, to, expected) => {
    expect(
      neededPerWeek([
        { time: Date.parse(day), people: from },
        { time: Date.parse('2027-02-01'), people: to },
      ]),
    ).toBe(expected);
  },
);

it.each<[[day: string, phoneOnly: number][], number | null]>([
  [
    [
      ['10-31T08', 9],
      ['11-01T08', 12],
      ['11-02T08', 5],
      ['11-29T08', 7],
    ],
    -5,
  ],
  [
    [
      ['09-01T08', 4],
      ['11-29T08', 7],
    ],
    3,
  ],
  [
    [
      ['11-01T09', 12],
      ['11-29T08', 7],
    ],
    null,
  ],
])('compares %j with four weeks before: %s', (days, expected) => {
  const points = days.map(([day, phoneOnly]) => ({
    at: `2026-${day}:00:00Z`,
    phoneOnly,
  }));
  expect(changeIn4Weeks(points)).toBe(expected);
});
