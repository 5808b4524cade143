import fc from 'fast-check';
import { coverageOf, formatPermille } from './arithmetic';

it.each([
  // covered, uncovered, target, permille, short, met
  [949, 50, 950, 949, 1, false],
  [950, 50, 950, 950, 0, true],
  [19, 1, 950, 950, 0, true],
  [1101, 103, 950, 914, 43, false],
  [7, 2, 950, 777, 2, false],
  [0, 3, 950, 0, 3, false],
  [3, 0, 1000, 1000, 0, true],
  [999, 1, 1000, 999, 1, false],
  [0, 1, 0, 0, 0, true],
])(
  '%d of %d+ on a target of %d',
  (covered, uncovered, target, permille, short, met) => {
    expect(coverageOf(covered, uncovered, target)).toEqual({
      covered,
      uncovered,
      permille,
      short,
      met,
    });
  },
);

it('gives a set of nobody no percentage: neither 0 nor 100', () => {
  expect(coverageOf(0, 0, 950)).toEqual({
    covered: 0,
    uncovered: 0,
    permille: null,
    short: 0,
    met: null,
  });
});

it('meets the target exactly when nobody is short of it', () => {
  fc.assert(
    fc.property(
      fc.nat(600_000),
      fc.nat(600_000),
      fc.integer({ min: 0, max: 1000 }),
      (covered, uncovered, target) => {
        fc.pre(covered + uncovered > 0);
        const { permille, short, met } = coverageOf(covered, uncovered, target);
        expect(met).toBe(short === 0);
        // Those who are short are enough, and one fewer is not.
        const after = coverageOf(covered + short, uncovered - short, target);
        expect(after.met).toBe(true);
        const oneFewer = coverageOf(
          covered + short - 1,
          uncovered - short + 1,
          target,
        );
        expect(short === 0 || oneFewer.met === false).toBe(true);
        // Cut off, so never more than the truth.
        expect(permille! * (covered + uncovered)).toBeLessThanOrEqual(
          covered * 1000,
        );
      },
    ),
  );
});

it.each([
  [949, '94.9 %'],
  [950, '95.0 %'],
  [1000, '100.0 %'],
  [7, '0.7 %'],
  [0, '0.0 %'],
  [null, null],
])('prints %s as %s', (permille, expected) => {
  expect(formatPermille(permille)).toBe(expected);
});
