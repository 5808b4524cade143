import { german } from './german';
import { general } from './general';
import { ageOf, clockOf, dayOf, dayOfYear, momentOf } from './time';

const { format } = general;

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
  expect(clockOf(iso, new Date(2026, 10, 21, 13).getTime(), format)).toBe(told);
});

it('writes dates as each language does', () => {
  const iso = '2026-12-03T14:05:00';
  const now = Date.parse('2026-12-05T10:00:00');
  const all = (one: Parameters<typeof dayOf>[1]) => [
    dayOf(iso, one),
    dayOfYear(iso, one),
    momentOf(iso, one).replace(/ [^ ]*$/, ''),
    clockOf(iso, now, one),
  ];
  expect(all(format)).toEqual([
    '3 Dec 2026',
    '3 Dec',
    '3 Dec 2026, 14:05',
    '3 Dec 2026, 14:05',
  ]);
  expect(all(german.general.format)).toEqual([
    '3. Dez 2026',
    '3. Dez',
    '3. Dez 2026, 14:05',
    '3. Dez 2026, 14:05',
  ]);
});
