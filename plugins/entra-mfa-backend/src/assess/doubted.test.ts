import fc from 'fast-check';
import { doubted } from './doubted';
import { suddenFall, type Figure } from './suddenFall';

/** Of 1,000 people in scope. */
const figure = (covered: number, uncovered: number, exempt = 0): Figure => ({
  covered,
  uncovered,
  exempt,
  inScope: 1000,
});

it.each([
  ['the same figure', figure(900, 100), figure(900, 100), 100],
  ['people who lost their methods', figure(900, 100), figure(600, 400), 400],
  ['rows of the covered', figure(900, 100), figure(600, 100), 400],
  ['rows of anybody', figure(900, 100), figure(630, 70), 340],
  ['all rows', figure(900, 100), figure(0, 0), 0],
  ['rows of the uncovered alone', figure(900, 100), figure(900, 40), 40],
  ['people who got an exception', figure(900, 100), figure(600, 100, 300), 100],
  ['an exception beside lost rows', figure(900, 100), figure(600, 0, 200), 100],
  ['people who are known at last', figure(800, 100), figure(700, 200), 200],
])('counts against the figure, of %s', (_, before, now, uncovered) => {
  expect(doubted(before, now)).toEqual({ ...now, uncovered });
});

it('never makes a rise a fall of more people than are covered no more', () => {
  const anyFigure = fc
    .tuple(fc.nat(300), fc.nat(300), fc.nat(300))
    .map(counts => figure(...counts));
  fc.assert(
    fc.property(anyFigure, anyFigure, (before, now) => {
      const { covered, uncovered } = doubted(before, now);
      expect(covered).toBe(now.covered);
      const added = uncovered - now.uncovered;
      expect(added).toBeGreaterThanOrEqual(0);
      expect(added).toBeLessThanOrEqual(
        Math.max(0, before.covered - now.covered),
      );
    }),
  );
});

it('lets rows that vanish be a fall when they are missed first', () => {
  const limits = { people: 10, permille: 50 };
  const before = figure(900, 100);
  const now = figure(630, 70);
  expect(suddenFall(before, now, limits)).toBeNull();
  expect(suddenFall(before, doubted(before, now), limits)).toEqual({
    fromPermille: 900,
    toPermille: 649,
    people: 270,
  });
});
