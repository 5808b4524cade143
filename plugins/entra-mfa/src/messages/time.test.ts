import { ageOf, clockOf } from './time';

const minute = 60_000;

it.each([
  [59_999, { unit: 'now' }],
  [minute, { unit: 'minutes', value: 1 }],
  [59.9 * minute, { unit: 'minutes', value: 59 }],
  [60 * minute, { unit: 'hours', value: 1 }],
  [47.9 * 60 * minute, { unit: 'hours', value: 47 }],
  [48 * 60 * minute, { unit: 'days', value: 2 }],
])('cuts an age of %d ms off to its largest unit', (milliseconds, age) => {
  const now = Date.UTC(2026, 10, 21);
  expect(ageOf(new Date(now - milliseconds).toISOString(), now)).toEqual(age);
});

it.each([
  ['2026-11-21T14:00:00', '14:00'],
  ['2026-11-21T00:00:00', '00:00'],
  ['2026-11-22T00:00:00', '22 Nov 2026, 00:00'],
  ['2026-12-01T03:00:00', '1 Dec 2026, 03:00'],
])('tells the day of a time that is not today: %s', (iso, told) => {
  expect(clockOf(iso, new Date(2026, 10, 21, 13).getTime())).toBe(told);
});
