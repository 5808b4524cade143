import { isAmong } from './LostValues';
import { sampleOf } from './sampleOf';

const keys = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `key-${from + index}`);
/** So many keys whose hashes come after those of a sample. */
function above(some: string[], count: number): string[] {
  const end = sampleOf(some)[63];
  return keys(10_000, 20_000)
    .filter(key => sampleOf([key])[0] > end)
    .slice(0, count);
}
const lost = (some: string[], property = 'isMfaCapable') => ({
  property,
  rows: some.length,
  sample: sampleOf(some),
});

it('takes the same sample of the same keys in any order', () => {
  const some = keys(0, 1000);
  expect(sampleOf([...some].reverse())).toEqual(sampleOf(some));
});

it.each<[string, string[], string[], boolean]>([
  ['one row, and the same', keys(0, 1), keys(0, 1), true],
  ['one row, and another', keys(0, 1), keys(1, 2), false],
  ['a thousand, and the same', keys(0, 1000), keys(0, 1000), true],
  ['a thousand, and half of them', keys(0, 1000), keys(0, 500), true],
  ['a thousand, and a tenth others', keys(0, 1000), keys(100, 1100), true],
  ['a thousand, and half others', keys(0, 1000), keys(500, 1500), false],
  ['a thousand, and as many more', keys(0, 1000), keys(0, 2000), false],
  [
    'a thousand, and others of which few can be compared',
    keys(0, 1000),
    above(keys(0, 1000), 20),
    false,
  ],
  ['forty, and as many more', keys(0, 40), keys(0, 80), false],
])('lost in two readings: %s', (_, first, second, isSame) => {
  expect(isAmong(lost(first), lost(second))).toBe(isSame);
});

it('does not take another property for the same', () => {
  const some = keys(0, 10);
  expect(isAmong(lost(some), lost(some, 'userType'))).toBe(false);
});
