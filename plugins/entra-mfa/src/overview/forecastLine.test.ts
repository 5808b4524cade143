import type { Forecast } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { forecastLine } from './forecastLine';

const on = (day: string) => Date.parse(`2026-${day}`);
const last = { time: on('11-01'), permille: 900 };
const forecast: Forecast = {
  status: 'expected',
  reason: null,
  weeks: 8,
  permillePerWeek: 17.5,
  expected: '2026-11-21',
  earliest: '2026-11-11',
  latest: '2026-12-11',
  targetDate: null,
  verdict: null,
};
const drawn = (change: Partial<Forecast>, until = '12-31') =>
  forecastLine(last, { ...forecast, ...change }, 950, on(until)).map(
    ({ time, likely, range }) => [
      new Date(time).toISOString().slice(5, 10),
      likely,
      ...range.map(value => Math.round(value * 10) / 10),
    ],
  );

it.each<[string, Partial<Forecast>, string | undefined, unknown[][]]>([
  [
    'to the target, between its earliest and latest day',
    {},
    undefined,
    [
      ['11-01', 900, 900, 900],
      ['11-11', 925, 912.5, 950],
      ['11-21', 950, 925, 950],
      ['12-11', null, 950, 950],
    ],
  ],
  [
    'to the edge of the picture',
    {},
    '11-16',
    [
      ['11-01', 900, 900, 900],
      ['11-11', 925, 912.5, 950],
      ['11-16', 937.5, 918.8, 950],
    ],
  ],
  [
    'level where the slowest pace leads nowhere',
    { latest: null },
    undefined,
    [
      ['11-01', 900, 900, 900],
      ['11-11', 925, 900, 950],
      ['11-21', 950, 900, 950],
    ],
  ],
  [
    'as one line where there is no range',
    { earliest: null, latest: '2026-11-21' },
    undefined,
    [
      ['11-01', 900, 900, 900],
      ['11-21', 950, 950, 950],
    ],
  ],
  ['not where there is none', { status: 'none' }, undefined, []],
  ['not where no day is told', { expected: null }, undefined, []],
  ['not where it is over', { earliest: '2026-11-01' }, undefined, []],
])('is drawn %s', (_, change, until, expected) => {
  expect(drawn(change, until)).toEqual(expected);
});

it('is not drawn where nothing is told', () => {
  expect(forecastLine(last, null, 950, on('12-31'))).toEqual([]);
});
