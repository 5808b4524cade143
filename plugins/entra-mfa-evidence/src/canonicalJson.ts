import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What is not JSON, at any depth: it would be left out, or written as something else. */
function refuseWhatIsNotJson(value: unknown, path: string): void {
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      if (/\p{Surrogate}/u.test(value)) {
        throw new TypeError(
          `${path} has half of a surrogate pair, which has no canonical form (RFC 8785, 3.2.2.2)`,
        );
      }
      return;
    case 'number':
      if (!Number.isFinite(value)) {
        throw new TypeError(`${path} is ${value}, which JSON cannot say`);
      }
      return;
    case 'object':
      break;
    default:
      throw new TypeError(`${path} is ${typeof value}, which JSON cannot say`);
  }
  if (value === null) {
    return;
  }
  if (!Array.isArray(value)) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      throw new TypeError(`${path} is no plain object`);
    }
  }
  for (const [key, inner] of Object.entries(value)) {
    refuseWhatIsNotJson(key, `a name in ${path}`);
    refuseWhatIsNotJson(inner, `${path}.${key}`);
  }
}

/**
 * The canonical bytes of a value of JSON, as RFC 8785 (JSON Canonicalization Scheme) writes it: the same value gives
 * the same bytes, whatever the order of its members.
 *
 * @throws TypeError that names the place, where something is not JSON: `undefined`, a date, `NaN`, half of a surrogate
 * pair.
 *
 * @public
 */
export function canonicalJson(value: unknown): Uint8Array {
  refuseWhatIsNotJson(value, '$');
  return Buffer.from(canonicalize(value) as string, 'utf8');
}

/**
 * The fingerprint of a value of JSON: SHA-256 over its canonical bytes, as 64 lower-case hexadecimal digits.
 *
 * @throws TypeError as {@link canonicalJson} does.
 *
 * @public
 */
export function fingerprintOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
