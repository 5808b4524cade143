import type { PropertyOnDemand } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { collectors } from '.';
import { catalogOwnershipBy } from './catalogOwnership';
import { groupsWith } from './groups';
import { defaultEventDays } from './registrationEvents';
import { registrations } from './registrations';
import { scopeGroupMembers } from './scopeGroupMembers';
import { chosenOf } from './alternatives';
import type { ChosenRead, Collector } from './types';
import { userMethods } from './userMethods';
import { usersWith } from './users';

/** What the configuration decides of what is read. */
export interface Reads
  extends Partial<Record<Exclude<ChosenRead, 'entraGroups'>, boolean>> {
  services: { tierAnnotation: string };
  /** Which groups of the tenant are read, if they are. */
  entraGroups?: { read: boolean; prefixes: readonly string[] };
  /** For how many days events are kept; without it, as long as usual. */
  retention?: { eventDays: number };
  /** What scope rules name. */
  scope: { properties: readonly PropertyOnDemand[]; groups: boolean };
}

/** Every data set, as the configuration has them read; those of other modules last. */
export function collectorsFor(
  { services, retention, scope, entraGroups, ...chosen }: Reads,
  added: readonly Collector[] = [],
): readonly Collector[] {
  const configured: Collector[] = [
    catalogOwnershipBy(services.tierAnnotation),
    usersWith(scope.properties),
    ...(chosen.perUserMethods
      ? [
          {
            ...registrations,
            withoutPremium: userMethods as Collector,
          } as Collector,
        ]
      : []),
    groupsWith(entraGroups?.prefixes ?? []),
  ];
  const keptDays = retention?.eventDays ?? defaultEventDays;
  const withDays = (one: Collector): Collector =>
    one.events ? { ...one, events: { ...one.events, keptDays } } : one;
  return [
    ...chosenOf(collectors, { ...chosen, entraGroups: entraGroups?.read })
      .filter(({ id }) => scope.groups || id !== scopeGroupMembers.id)
      .map(one => configured.find(({ id }) => id === one.id) ?? one)
      .map(withDays),
    ...added,
  ];
}
