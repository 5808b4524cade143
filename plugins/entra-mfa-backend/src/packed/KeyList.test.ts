import fc from 'fast-check';
import { KeyList } from './KeyList';

it('is read as the array of the same keys', () => {
  const key = fc.oneof(fc.uuid(), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(fc.array(key), fc.nat(20), fc.nat(20), (keys, start, end) => {
      const list = new KeyList();
      keys.forEach(one => list.push(one));
      expect(list).toHaveLength(keys.length);
      expect([...list]).toEqual(keys);
      expect(list.slice(start, end)).toEqual(keys.slice(start, end));
    }),
  );
});

it('keeps more keys than lie together', () => {
  const list = new KeyList();
  const keys = Array.from({ length: 40_000 }, (_, i) => `user:default/p${i}`);
  keys.forEach(key => list.push(key));
  expect([...list]).toEqual(keys);
});
