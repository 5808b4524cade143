import fc from 'fast-check';
import { KeyTable } from './KeyTable';

describe('KeyTable', () => {
  it('numbers keys as a Map would', () => {
    const key = fc.oneof(
      fc.uuid(),
      fc.uuid().map(guid => guid.toUpperCase()),
      fc.uuid().map(guid => guid.replace('-', '')),
      fc.uuid().map(guid => guid.replace(/(.)-/, '-$1')),
      fc.uuid().map(guid => Buffer.from(guid.slice(0, 16)).toString()),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', 'a', 'b', 'ab', 'Ωμέγα', '🦊'),
    );
    fc.assert(
      fc.property(fc.array(key), fc.array(key), (added, asked) => {
        const table = new KeyTable();
        const map = new Map<string, number>();
        for (const one of added) {
          const number = map.get(one) ?? map.size;
          map.set(one, number);
          expect(table.add(one)).toBe(number);
        }
        for (const one of [...added, ...asked]) {
          expect(table.find(one)).toBe(map.get(one) ?? -1);
        }
        expect(table.size).toBe(map.size);
        for (const [one, number] of map) {
          expect(table.keyAt(number)).toBe(one);
        }
      }),
    );
  });

  it('grows', () => {
    const table = new KeyTable();
    const keys = Array.from({ length: 20_000 }, (_, i) => `user:default/p${i}`);
    keys.forEach((key, number) => expect(table.add(key)).toBe(number));
    keys.forEach((key, number) => expect(table.find(key)).toBe(number));
    expect(table.keyAt(12_345)).toBe('user:default/p12345');
  });

  it('takes a GUID as text and as bytes for the same', () => {
    const table = new KeyTable();
    const guid = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
    const bytes = Buffer.from(`_${guid}_`);
    expect(table.add(guid)).toBe(0);
    expect(table.addBytes(bytes, 1, 37)).toBe(0);
    expect(table.find(guid.toUpperCase())).toBe(-1);
    // The 16 bytes that the GUID is packed into, as a key of its own.
    const packed = Buffer.from(guid.replaceAll('-', ''), 'hex');
    expect(table.addBytes(packed, 0, 16)).toBe(1);
    expect(table.keyAt(0)).toBe(guid);
  });

  it('takes in keys as bytes', () => {
    const table = new KeyTable();
    const bytes = Buffer.from('one,two,één');
    expect(table.addBytes(bytes, 0, 3)).toBe(0);
    expect(table.addBytes(bytes, 4, 7)).toBe(1);
    expect(table.addBytes(bytes, 8, bytes.length)).toBe(2);
    expect([table.find('two'), table.find('één'), table.find('')]).toEqual([
      1, 2, -1,
    ]);
  });
});
