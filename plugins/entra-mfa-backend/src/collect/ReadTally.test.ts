import fc from 'fast-check';
import { packNumbers, unpackNumbers } from '../packed/packNumbers';
import { ReadTally } from './ReadTally';

const hour = (hours: number) => hours * 3600;

it.each([
  ['no row', [], null],
  ['one row', [[hour(5)]], hour(5)],
  [
    'one fresh row among old ones',
    [[hour(1), hour(1), hour(1), hour(99)]],
    hour(1),
  ],
  ['one old row among fresh ones', [[hour(99)], [hour(98), hour(1)]], hour(98)],
  [
    'two in the middle',
    [
      [hour(4), hour(2)],
      [hour(1), hour(3)],
    ],
    hour(2),
  ],
])('is refreshed when the median row was: %s', (_, pages, seconds) => {
  const tally = new ReadTally();
  for (const refreshedSeconds of pages) {
    tally.add({ refreshedSeconds, missing: {} });
  }
  expect(tally.refreshedAt()?.getTime() ?? null).toBe(
    seconds === null ? null : seconds * 1000,
  );
});

it('adds up what has no value', () => {
  const tally = new ReadTally();
  tally.add({ refreshedSeconds: [], missing: { a: 1, b: 2 } });
  tally.add({ refreshedSeconds: [], missing: { b: 3 } });
  expect([...tally.missing]).toEqual([
    ['a', 1],
    ['b', 5],
  ]);
});

it('does not depend on the order of the pages, nor on how they are kept', () => {
  const anyPages = fc.array(fc.array(fc.nat(2 ** 32 - 1)));
  fc.assert(
    fc.property(anyPages, pages => {
      const [there, back] = [pages, [...pages].reverse()].map(order => {
        const tally = new ReadTally();
        for (const page of order) {
          const refreshedSeconds = [...unpackNumbers(packNumbers(page))];
          tally.add({ refreshedSeconds, missing: {} });
        }
        return tally.refreshedAt()?.getTime();
      });
      expect(there).toBe(back);
      const sorted = pages.flat().sort((a, b) => a - b);
      expect(there === undefined ? undefined : there / 1000).toBe(
        sorted[Math.floor((sorted.length - 1) / 2)],
      );
    }),
  );
});
