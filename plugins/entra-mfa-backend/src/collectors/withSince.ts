import type { Collector } from './types';

/** The collector with the time in its query since which is asked. */
export function withSince(collector: Collector, since: string): Collector {
  return {
    ...collector,
    query: Object.fromEntries(
      Object.entries(collector.query).map(([name, value]) => [
        name,
        value.replace('{since}', since),
      ]),
    ),
  };
}
