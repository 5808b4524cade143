import { formatTarget } from './formatTarget';

it.each([
  [950, '95 %'],
  [1000, '100 %'],
  [975, '97.5 %'],
])('prints a target of %d per thousand as %s', (permille, text) => {
  expect(formatTarget(permille)).toBe(text);
});
