import fc from 'fast-check';
import { FigureChange, type Figure } from './FigureChange';
import { fellFurther, suddenFall } from './suddenFall';

const limits = { people: 10, permille: 50 };
const figure = (covered: number, uncovered: number): Figure => ({
  covered,
  uncovered,
});

function change(before: Figure, now: Figure): FigureChange {
  return Object.assign(new FigureChange(), {
    before,
    now,
    lost: Math.max(0, before.covered - now.covered),
  });
}

it.each([
  ['the same figure', figure(914, 86), figure(914, 86), null],
  ['a fall by 5.0 points', figure(914, 86), figure(864, 136), 50],
  ['a fall by 4.9 points', figure(914, 86), figure(865, 135), null],
  ['a rise', figure(864, 136), figure(914, 86), null],
  ['a fall to nothing', figure(914, 86), figure(0, 1000), 914],
  ['nobody who counts any more', figure(914, 86), figure(0, 0), 914],
  ['9 people of a small tenant', figure(18, 2), figure(9, 11), null],
  ['10 people of a small tenant', figure(18, 2), figure(8, 12), 10],
  ['nobody who counted before', figure(0, 0), figure(0, 100), null],
])('%s', (_, before, now, people) => {
  expect(suddenFall(change(before, now), limits)?.people ?? null).toBe(people);
});

it('says from where to where', () => {
  expect(suddenFall(change(figure(914, 86), figure(0, 1000)), limits)).toEqual({
    fromPermille: 914,
    toPermille: 0,
    people: 914,
  });
  expect(
    suddenFall(change(figure(914, 86), figure(0, 0)), limits)?.toPermille,
  ).toBeNull();
});

it('holds nothing back where it is switched off', () => {
  const off = { ...limits, permille: 0 };
  expect(suddenFall(change(figure(914, 86), figure(0, 1000)), off)).toBeNull();
});

it.each([
  ['the figure that was seen', figure(800, 200), figure(800, 200), false],
  ['a little less', figure(800, 200), figure(760, 240), false],
  ['as far again', figure(800, 200), figure(700, 300), true],
  ['as far again by who came in', figure(800, 200), figure(800, 300), true],
  ['more than was seen', figure(800, 200), figure(900, 100), false],
])('fell further than released: %s', (_, seen, now, expected) => {
  expect(fellFurther(seen, now, limits)).toBe(expected);
});

it('is never a rise, and never a few people', () => {
  const anyFigure = fc
    .tuple(fc.nat(1000), fc.nat(1000))
    .map(([covered, uncovered]) => figure(covered, uncovered));
  fc.assert(
    fc.property(anyFigure, anyFigure, (before, now) => {
      const fall = suddenFall(change(before, now), limits);
      fc.pre(fall !== null);
      expect(fall.people).toBeGreaterThanOrEqual(limits.people);
      expect(fall.toPermille ?? 0).toBeLessThan(fall.fromPermille);
      expect(suddenFall(change(now, before), limits)).toBeNull();
    }),
  );
});
