import type { Actor } from '../../assess/exceptions/types';

/** Who somebody is and was: so nobody becomes somebody else by a change of the catalog. */
export function mergeActors(now: Actor, then: Actor | undefined): Actor {
  return then
    ? {
        ...now,
        objectIds: [...now.objectIds, ...then.objectIds],
        isKnown: now.isKnown || then.isKnown,
        addresses: [...now.addresses, ...then.addresses],
      }
    : now;
}
