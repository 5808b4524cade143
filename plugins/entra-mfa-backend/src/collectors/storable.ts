/** NUL, and half of a surrogate pair; where both halves are there, `u` takes them for one character. */
const notStorable = /\0|\p{Surrogate}/gu;

/**
 * Text as both databases give it back. PostgreSQL refuses NUL, and a driver writes half of a pair as
 * U+FFFD, so that the text that is read again would never equal the one that is stored.
 */
export function storable<Value>(value: Value): Value;
export function storable(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(notStorable, '\uFFFD');
  }
  if (Array.isArray(value)) {
    return value.map(item => storable(item));
  }
  if (value instanceof Object) {
    return Object.fromEntries(
      Object.entries(value).map(([name, of]) => [storable(name), storable(of)]),
    );
  }
  return value;
}
