import type { PropertyOnDemand } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { collectors } from '.';
import { catalogOwnershipBy } from './catalogOwnership';
import { defaultEventDays } from './registrationEvents';
import { scopeGroupMembers } from './scopeGroupMembers';
import type { Collector } from './types';
import { usersWith } from './users';

/** What the configuration decides of what is read. */
export interface Reads {
  services: { tierAnnotation: string };
  /** Whether it is read when people signed in last. */
  signInActivity?: boolean;
  /** For how many days events are kept; without it, as long as usual. */
  retention?: { eventDays: number };
  /** What scope rules name. */
  scope: { properties: readonly PropertyOnDemand[]; groups: boolean };
}

/** Every data set, as the configuration has them read; those of other modules last. */
export function collectorsFor(
  { services, retention, scope, signInActivity = false }: Reads,
  added: readonly Collector[] = [],
): readonly Collector[] {
  const configured: Collector[] = [
    catalogOwnershipBy(services.tierAnnotation),
    usersWith(scope.properties),
  ];
  const keptDays = retention?.eventDays ?? defaultEventDays;
  const withDays = (one: Collector): Collector =>
    one.events ? { ...one, events: { ...one.events, keptDays } } : one;
  return [
    ...collectors
      .filter(({ id }) => scope.groups || id !== scopeGroupMembers.id)
      .filter(one => signInActivity || !one.onlyWhereChosen)
      .map(one => configured.find(({ id }) => id === one.id) ?? one)
      .map(withDays),
    ...added,
  ];
}
