import { dailyPoints, lastDays } from './dailyPoints';

it('has the last figure of each day, and none for moments with nobody to count', () => {
  const at = (time: string, permille: number | null, uncovered: number) => ({
    at: `2026-${time}:00Z`,
    snapshot: 1,
    covered: 70,
    inScope: 100,
    phoneOnly: 3,
    rulesVersion: '1',
    permille,
    uncovered,
  });
  const series = [
    at('11-09T08:10', 700, 30),
    at('11-09T23:10', 710, 29),
    at('11-10T00:10', null, 0),
    at('11-19T08:10', 720, 28),
    at('11-20T08:10', 730, 27),
    at('11-20T09:10', null, 0),
  ];
  expect(dailyPoints(series)).toEqual([series[1], series[3], series[4]]);
});

it.each([
  [30, ['10-22', '11-21']],
  [29, ['11-21']],
  [90, ['08-23', '10-22', '11-21']],
])('has the last %s days up to the last one', (days, expected) => {
  const points = ['08-22', '08-23', '10-22', '11-21'].map(day => ({
    at: `2026-${day}T08:00:00Z`,
  }));
  expect(lastDays(points, days).map(({ at }) => at.slice(5, 10))).toEqual(
    expected,
  );
  expect(lastDays([], days)).toEqual([]);
});
