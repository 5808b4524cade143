import { compilePattern } from './compilePattern';
import type { Actor, Subject } from './types';

/** Whether somebody is one of those for whom an exception is. */
export function fitsActor({ kind, value }: Subject, actor: Actor): boolean {
  switch (kind) {
    case 'person':
      return actor.objectId === value;
    case 'group':
      return actor.teamRefs.includes(value);
    default:
      return (
        actor.userPrincipalName !== null &&
        compilePattern(value).test(actor.userPrincipalName)
      );
  }
}

/** Whether two users of the portal are one: the same entity, or entities of the same person. */
export function isSameUser(
  one: Pick<Actor, 'userRef' | 'objectId'>,
  other: Pick<Actor, 'userRef' | 'objectId'>,
): boolean {
  return (
    one.userRef === other.userRef ||
    (one.objectId !== null && one.objectId === other.objectId)
  );
}
