import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { known, type EventOf } from './event';

/** A person as a User of OCSF: by name only where the feed gives names. */
export function userOf({ keyId, uidOf }: EventOf, person: Person) {
  return {
    uid: uidOf(person.id),
    ...(keyId === null &&
      known({
        // Of somebody who was erased there is none.
        name: person.userPrincipalName || null,
        full_name: person.displayName || null,
      })),
    type_id: typeOf(person),
    ...known({ has_mfa: hasMfa(person) }),
  };
}

/**
 * Whether the person has registered. A report that says no proves it only of who is assessed by it: the rules
 * that leave people out ask before those that find that the report cannot tell.
 */
function hasMfa({ state, registered }: Person): boolean | null {
  if (registered) {
    return true;
  }
  return state === 'covered' || state === 'uncovered' ? false : null;
}

/** Unknown, User or Admin. */
function typeOf({ privileged }: Person): number {
  return privileged === null ? 0 : Number(privileged) + 1;
}
