import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  eventOf,
  known,
  type EventAt,
  type EventClass,
  type EventOf,
} from './event';
import { userOf } from './userOf';

/** User Inventory Info. */
const userInventory: EventClass = {
  category_uid: 5,
  category_name: 'Discovery',
  class_uid: 5003,
  class_name: 'User Inventory Info',
};

/** A person as a snapshot has them. Whoever is out of scope or exempt is said so in `unmapped.state`. */
export function toUserInventory(of: EventOf, person: Person, at: EventAt) {
  const isNamed = of.keyId === null;
  return eventOf(of, userInventory, at, {
    activity: { id: 2, name: 'Collect' },
    severity: 1,
    about: { user: userOf(of, person) },
    unmapped: known({
      state: person.state,
      reason: person.reason,
      scope_class: person.scopeClass,
      scope_rule: person.scopeRule,
      registered: person.registered,
      capable: person.capable,
      tier: person.tier,
      methods: person.methods,
      marks: person.marks,
      phone_ends: person.phoneEnds,
      privileged: person.privileged,
      since: person.since,
      // Either tells who it is as well as a name.
      ...(isNamed && {
        account_created: person.createdAt,
        catalog_user: person.entityRef,
      }),
    }),
  });
}

/** Somebody who is not in the directory any more. OCSF has no activity for it, so it is another one. */
export function toUserGone(of: EventOf, objectId: string, at: EventAt) {
  return eventOf(of, userInventory, at, {
    activity: { id: 99, name: 'Delete' },
    severity: 1,
    about: { user: { uid: of.uidOf(objectId) } },
    unmapped: { deleted: true },
  });
}
