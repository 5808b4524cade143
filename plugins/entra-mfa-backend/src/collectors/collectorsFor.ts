import { collectors } from '.';
import { catalogOwnershipBy } from './catalogOwnership';
import type { Collector } from './types';

/** Every data set, as the configuration has them read; those of other modules last. */
export function collectorsFor(
  services: { tierAnnotation: string },
  added: readonly Collector[] = [],
): readonly Collector[] {
  const ownership: Collector = catalogOwnershipBy(services.tierAnnotation);
  return [
    ...collectors.map(one => (one.id === ownership.id ? ownership : one)),
    ...added,
  ];
}
