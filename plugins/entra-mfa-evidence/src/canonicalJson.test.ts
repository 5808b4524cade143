import fc from 'fast-check';
import { canonicalJson, fingerprintOf } from './canonicalJson';
import vectors from './conformance/jcs-rfc8785-vectors.json';

/** The same value with the members of each object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(reversed);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('canonical JSON', () => {
  it.each(vectors)('writes $name as RFC 8785 does', vector => {
    const bytes = canonicalJson(JSON.parse(vector.input_text));
    expect(Buffer.from(bytes).toString('hex')).toBe(vector.canonical_utf8_hex);
  });

  it('reads back as what it was, and is the same in any order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const bytes = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toEqual(bytes);
        const read = JSON.parse(Buffer.from(bytes).toString('utf8'));
        expect(canonicalJson(read)).toEqual(bytes);
      }),
    );
  });

  it.each([
    ['undefined', { a: { b: undefined } }, '$.a.b is undefined'],
    ['no number', [1, NaN], '$.1 is NaN'],
    ['an infinite number', { a: -Infinity }, '$.a is -Infinity'],
    ['a date', { at: new Date(0) }, '$.at is no plain object'],
    ['a function', { toJSON: () => 1 }, '$.toJSON is function'],
    ['half a pair', { name: 'x\ud800' }, '$.name has half'],
    ['half a pair in a name', { '\udc00': 1 }, 'a name in $ has half'],
    ['a large number', { n: BigInt(1) }, '$.n is bigint'],
  ])('refuses %s and says where', (_what, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it('makes fingerprints that tell values apart', () => {
    expect(fingerprintOf({})).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
    expect(fingerprintOf({ a: 1, b: 2 })).toBe(fingerprintOf({ b: 2, a: 1 }));
    expect(fingerprintOf({ a: 1 })).not.toBe(fingerprintOf({ a: '1' }));
  });
});
