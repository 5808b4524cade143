import { isShownWeek, weekBars } from './weekBars';

const week = (gained: number | null, lost: number | null) => ({
  from: '2026-11-08',
  to: '2026-11-15',
  gained,
  lost,
});

it.each([
  [[week(3, 6)], [[33.3, 66.7]]],
  [
    [week(12, 0), week(1, 4)],
    [
      [75, 0],
      [6.3, 25],
    ],
  ],
  [
    [week(null, null), week(0, 2)],
    [
      [0, 0],
      [0, 100],
    ],
  ],
  [[week(0, 0)], [[0, 0]]],
  [[], []],
])('draws %j on one scale: %j', (weeks, expected) => {
  expect(weekBars(weeks).map(({ gained, lost }) => [gained, lost])).toEqual(
    expected,
  );
});

it.each([
  [{ from: '2026-11-08', to: '2026-11-15' }, true],
  [{ from: '2026-11-08' }, false],
  [{ from: '2026-11-08', to: '2026-11-16' }, false],
  [{ from: '2026-11-07', to: '2026-11-15' }, false],
  [{}, false],
])('a list of %j shows it: %s', (values, expected) => {
  expect(isShownWeek(week(1, 1), values)).toBe(expected);
});
