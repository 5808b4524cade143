import { createHash } from 'node:crypto';
import { v5 } from 'uuid';

/** Of which all UUIDs of ours are made; it never changes. */
const root = v5('https://github.com/entra-mfa/entra-mfa-for-backstage', v5.URL);

/** The UUID of something, the same whenever and wherever it is made (RFC 9562, version 5). */
export function uuidOf(...parts: readonly string[]): string {
  return v5(JSON.stringify(parts), root);
}

/** Controls of NIST SP 800-53 go by the ids of NIST's own catalog in OSCAL: IA-2(1) is `ia-2.1`. */
const nist = /^nist-800-53-r5\/([A-Z]{2})-(\d+)(?:\((\d+)\))?$/;

/**
 * The id of a control as a token of OSCAL, which has letters, digits, `.`, `-` and `_` and does not begin with a digit.
 * Where other characters are left out, a fingerprint keeps two controls apart.
 */
export function controlIdOf(key: string): string {
  const own = nist.exec(key);
  if (own) {
    const [, family, number, enhancement] = own;
    return `${family.toLowerCase()}-${number}${
      enhancement ? `.${enhancement}` : ''
    }`;
  }
  const token = key.replace('/', '_').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const isSame = token === key.replace('/', '_');
  const tail = isSame
    ? ''
    : `-${createHash('sha256').update(key).digest('hex').slice(0, 6)}`;
  return `${/^[\p{L}_]/u.test(token) ? '' : '_'}${token}${tail}`;
}
