import { formatPoints } from './formatPoints';

it.each([
  [14, '+1.4'],
  [-3, '−0.3'],
  [-19, '−1.9'],
  [0, '±0.0'],
  [100, '+10.0'],
])('prints a difference of %d per thousand as %s points', (permille, text) => {
  expect(formatPoints(permille)).toBe(text);
});
