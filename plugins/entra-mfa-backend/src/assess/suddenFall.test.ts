import fc from 'fast-check';
import { suddenFall, type Figure } from './suddenFall';

const limits = { people: 10, permille: 50 };

const figure = (
  covered: number,
  uncovered: number,
  rest = 0,
  exempt = 0,
): Figure => ({
  covered,
  uncovered,
  exempt,
  inScope: covered + uncovered + rest + exempt,
});

it.each([
  ['the same figure', figure(914, 86), figure(914, 86), null],
  ['a fall by 5.0 points', figure(914, 86), figure(864, 136), 50],
  ['a fall by 4.9 points', figure(914, 86), figure(865, 135), null],
  ['a rise', figure(864, 136), figure(914, 86), null],
  ['a fall to nothing', figure(914, 86), figure(0, 1000), 914],
  [
    'rows that are gone, nobody counts',
    figure(914, 86),
    figure(0, 0, 1000),
    914,
  ],
  ['9 people of a small tenant', figure(18, 2), figure(9, 11), null],
  ['10 people of a small tenant', figure(18, 2), figure(8, 12), 10],
  ['a twentieth of the people joined', figure(900, 100), figure(850, 200), 50],
  ['more than a twentieth joined', figure(900, 100), figure(850, 201), null],
  ['many people left', figure(900, 100), figure(700, 100), null],
  [
    'nobody fewer is covered, others are known now',
    figure(900, 0, 100),
    figure(900, 100),
    null,
  ],
  [
    'a team that got an exception',
    figure(600, 400),
    figure(300, 400, 0, 300),
    null,
  ],
  [
    'an exception beside a fall',
    figure(900, 100),
    figure(700, 200, 0, 100),
    100,
  ],
  ['exceptions that ended', figure(900, 20, 0, 80), figure(900, 100), null],
  ['nobody counted before', figure(0, 0, 100), figure(0, 100), null],
])('%s', (_, before, now, people) => {
  expect(suddenFall(before, now, limits)?.people ?? null).toBe(people);
});

it('says from where to where', () => {
  expect(suddenFall(figure(914, 86), figure(0, 1000), limits)).toEqual({
    fromPermille: 914,
    toPermille: 0,
    people: 914,
  });
  expect(
    suddenFall(figure(914, 86), figure(0, 0, 1000), limits)?.toPermille,
  ).toBeNull();
});

it('holds nothing back where it is switched off', () => {
  const off = { ...limits, permille: 0 };
  expect(suddenFall(figure(914, 86), figure(0, 1000), off)).toBeNull();
});

const count = fc.nat(1000);
const anyFigure = fc
  .tuple(count, count, count, count)
  .map(([covered, uncovered, rest, exempt]) =>
    figure(covered, uncovered, rest, exempt),
  );

it('is never a rise, and never a few people', () => {
  fc.assert(
    fc.property(anyFigure, anyFigure, (before, now) => {
      const fall = suddenFall(before, now, limits);
      fc.pre(fall !== null);
      expect(before.covered - now.covered).toBeGreaterThanOrEqual(fall.people);
      expect(fall.people).toBeGreaterThanOrEqual(limits.people);
      expect(fall.toPermille ?? 0).toBeLessThan(fall.fromPermille);
      expect(suddenFall(now, before, limits)).toBeNull();
    }),
  );
});
