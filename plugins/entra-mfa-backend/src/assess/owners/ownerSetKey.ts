import { createHash } from 'crypto';

/** The key of a set of owners: the owner itself, or a fingerprint of several in whatever order. */
export function ownerSetKey(refs: readonly string[]): string {
  return refs.length === 1
    ? refs[0]
    : `set:${createHash('sha256')
        .update([...refs].sort().join('\n'))
        .digest('hex')}`;
}
