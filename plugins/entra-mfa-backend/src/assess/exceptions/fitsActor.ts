import { compilePattern } from './compilePattern';
import type { Actor, Subject } from './types';

/**
 * Whether somebody is one of those for whom an exception is.
 *
 * @param addresses - of the person for whom it is, in lower case
 */
export function fitsActor(
  { kind, value }: Subject,
  actor: Actor,
  addresses: readonly string[],
): boolean {
  switch (kind) {
    case 'person':
      return (
        actor.objectIds.includes(value) || share(actor.addresses, addresses)
      );
    case 'group':
      return actor.teamRefs.includes(value);
    case 'entra-group':
      return actor.entraGroups?.includes(value) ?? false;
    default:
      return (
        actor.userPrincipalName !== null &&
        compilePattern(value).test(actor.userPrincipalName)
      );
  }
}

/** What tells two users of the portal apart. */
type Known = Pick<Actor, 'userRef' | 'objectIds' | 'addresses'>;

/**
 * Whether two users of the portal are one: the same entity, or entities of one person, who is known by
 * object id, user principal name and mail.
 */
export function isSameUser(one: Known, other: Known): boolean {
  return (
    one.userRef === other.userRef ||
    share(one.objectIds, other.objectIds) ||
    share(one.addresses, other.addresses)
  );
}

function share(some: readonly string[], others: readonly string[]): boolean {
  return some.some(one => others.includes(one));
}
