import { reviewIntervals } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import { daysAfter } from '../exceptions/days';
import { isReviewerToldOn, nextDayWith, nextReviewDay } from './reviewDays';

const before = ['2026-11-01'];

it.each<[string, number | null, readonly string[], boolean]>([
  ['at first', 20, [], true],
  ['at first, without a day', null, [], true],
  ['again, without a day', null, before, false],
  ['long before', 8, before, false],
  ['a week before', 7, before, true],
  ['a week before, told already', 7, ['2026-12-10'], false],
  ['six days before', 6, before, false],
  ['three days before', 3, before, true],
  ['the day before', 1, before, true],
  ['on the day', 0, before, false],
  ['the day after', -1, before, true],
  ['a week after', -7, before, true],
  ['later', -8, before, false],
])('a reviewer is told %s: %p', (_, left, told, expected) => {
  const today = '2026-12-10';
  const dueOn = left === null ? null : daysAfter(today, left);
  expect(isReviewerToldOn({ today, dueOn, told })).toBe(expected);
});

it.each([
  ['monthly', '2026-01-31', '2026-01-31', '2026-02-28'],
  ['monthly', '2026-01-31', '2026-02-28', '2026-03-31'],
  ['monthly', '2026-01-31', '2026-02-27', '2026-02-28'],
  ['quarterly', '2026-01-01', '2026-01-01', '2026-04-01'],
  ['quarterly', '2026-01-01', '2026-09-30', '2026-10-01'],
  ['half-yearly', '2026-01-15', '2026-08-01', '2027-01-15'],
  ['yearly', '2024-02-29', '2024-02-29', '2025-02-28'],
  ['yearly', '2024-02-29', '2027-03-01', '2028-02-29'],
  ['yearly', '2026-12-01', '2026-11-30', '2026-12-01'],
] as const)('%s from %s, after %s: %s', (every, firstDay, after, expected) => {
  expect(nextReviewDay({ firstDay, every }, after)).toBe(expected);
});

it.each([
  ['the first, before it', '2026-12-01', '2026-12-01', '2026-11-20'],
  ['one that is due', '2026-09-01', '2026-11-01', '2026-11-20'],
  ['one that is due today', '2026-09-01', '2026-11-20', '2026-11-20'],
])('keeps the day of %s', (_, firstDay, nextDay, today) => {
  const of = { firstDay, nextDay, every: 'yearly' } as const;
  expect(nextDayWith(of, today)).toBe(nextDay);
});

it.each([
  ['monthly', '2026-12-01'],
  ['quarterly', '2027-02-01'],
  ['yearly', '2027-11-01'],
] as const)('moves the next one to a day of the rhythm %s', (every, next) => {
  const of = { firstDay: '2025-11-01', nextDay: '2027-05-01', every };
  expect(nextDayWith(of, '2026-11-20')).toBe(next);
});

it('moves no day with the rhythm that it has', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_000 }),
      fc.integer({ min: 0, max: 2_000 }),
      fc.constantFrom(...reviewIntervals),
      (opened, later, every) => {
        const firstDay = '2024-01-31';
        const nextDay = nextReviewDay(
          { firstDay, every },
          daysAfter(firstDay, opened),
        );
        const today = daysAfter(firstDay, opened + later);
        expect(nextDayWith({ firstDay, nextDay, every }, today)).toBe(nextDay);
      },
    ),
  );
});

it('finds one day after another, none before the first and none left out', () => {
  const day = fc
    .integer({ min: 0, max: 4_000 })
    .map(days => daysAfter('2024-01-01', days));
  fc.assert(
    fc.property(
      day,
      day,
      fc.constantFrom(...reviewIntervals),
      (firstDay, after, every) => {
        const of = { firstDay, every };
        const next = nextReviewDay(of, after);
        expect(next > after && next >= firstDay).toBe(true);
        // Whichever day of the time before is asked for, the next one is the same.
        expect(nextReviewDay(of, daysAfter(next, -1))).toBe(next);
      },
    ),
  );
});
