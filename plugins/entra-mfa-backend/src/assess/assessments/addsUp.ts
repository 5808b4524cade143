import type { EvidenceBody } from '@entra-mfa/evidence';

const sum = (counts: Iterable<number>) =>
  [...counts].reduce((total, one) => total + one, 0);

/** Whether the parts of a directory are all of it: by state, and of who is left out by class. */
export function addsUp({
  directory,
  states,
  leftOut,
}: EvidenceBody<'user-inventory-summary'>): boolean {
  return (
    sum(Object.values(states)) === directory &&
    sum(leftOut.map(({ count }) => count)) === (states['out-of-scope'] ?? 0)
  );
}
