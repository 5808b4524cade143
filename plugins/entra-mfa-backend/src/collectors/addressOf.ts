import type { Collector } from './types';

/** The endpoint of a data set as it is told, with its version where that is not v1.0. */
export function addressOf({
  endpoint,
  version,
}: Pick<Collector, 'endpoint' | 'version'>): string {
  return version ? `/${version}${endpoint}` : endpoint;
}
