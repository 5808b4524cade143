import { dailyPoints } from './dailyPoints';

const point = (at: string, permille: number | null) => ({
  at,
  permille,
  snapshot: 1,
  covered: 0,
  uncovered: 0,
  inScope: 0,
  rulesVersion: '1',
});

it('keeps the last figure of each day, and never draws a missing one', () => {
  const points = dailyPoints([
    point('2026-11-20T09:00:00Z', 910),
    point('2026-11-20T10:00:00Z', 912),
    point('2026-11-20T11:00:00Z', null),
    point('2026-11-21T09:00:00Z', 914),
  ]);
  expect(points.map(({ permille }) => permille)).toEqual([912, 914]);
});
