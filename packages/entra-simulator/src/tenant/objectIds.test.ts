import fc from 'fast-check';
import { mix, unmix } from './draw';
import { nameOf } from './names';
import { ObjectIds } from './objectIds';

const code = fc.nat({ max: 0xffffffff });

it('gives every code an object id of its own, and finds the way back', () => {
  fc.assert(
    fc.property(code, code, (value, seed) => {
      expect(unmix(mix(value))).toBe(value);
      const ids = new ObjectIds(seed);
      const id = ids.idOf(value);
      expect(id).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(ids.codeOf(id.toUpperCase())).toBe(value);
    }),
  );
});

it('knows no id that another tenant gave', () => {
  expect(new ObjectIds(1).codeOf(new ObjectIds(2).idOf(7))).toBeUndefined();
  expect(new ObjectIds(1).codeOf('not an id')).toBeUndefined();
});

it('never gives an address twice', () => {
  const names = new Set<string>();
  for (let number = 0; number < 600_000; number++) {
    names.add(nameOf(number, 5).mailName);
  }
  expect(names.size).toBe(600_000);
});
