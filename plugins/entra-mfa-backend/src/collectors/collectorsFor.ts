import { collectors } from '.';
import { catalogOwnershipBy } from './catalogOwnership';
import { defaultEventDays, registrationEventsFor } from './registrationEvents';
import type { Collector } from './types';

/** Every data set, as the configuration has them read; those of other modules last. */
export function collectorsFor(
  settings: { tierAnnotation: string; eventDays?: number },
  added: readonly Collector[] = [],
): readonly Collector[] {
  const configured: Collector[] = [
    catalogOwnershipBy(settings.tierAnnotation),
    registrationEventsFor(settings.eventDays ?? defaultEventDays),
  ];
  return [
    ...collectors.map(one => configured.find(({ id }) => id === one.id) ?? one),
    ...added,
  ];
}
