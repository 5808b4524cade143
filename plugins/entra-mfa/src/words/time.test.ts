import { ageOf } from './time';

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
