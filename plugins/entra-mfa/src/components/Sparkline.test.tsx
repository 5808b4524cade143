import { sparkPath } from './Sparkline';

it.each<[[number, number][], [number, number], string]>([
  [
    [
      [0, 500],
      [10, 1000],
    ],
    [0, 1000],
    'M0 16H240V2',
  ],
  [
    [
      [100, 900],
      [110, 950],
      [140, 900],
    ],
    [900, 1000],
    'M0 30H60V16H240V30',
  ],
])('draws %j between %j as %s', (points, range, expected) => {
  expect(
    sparkPath(
      points.map(([time, permille]) => ({ time, permille })),
      range,
    ),
  ).toBe(expected);
});
