import { hash } from 'crypto';
import type { Collector } from '../collectors/types';

/**
 * A fingerprint of what a run asks its sources for. Pages of a run that asked for something else, such
 * as one of an earlier version, must not be mixed with its own.
 */
export function queriesOf(collectors: readonly Collector[]): string {
  const queries = collectors.map(
    ({
      id,
      source,
      version,
      endpoint,
      query,
      headers,
      forEach,
      withoutPremium,
      delta,
    }) => [
      id,
      source,
      // What is not told has no place here, so that runs of earlier versions are gone on with.
      ...(version ? [version] : []),
      endpoint,
      query,
      headers,
      forEach,
      ...(withoutPremium ? [withoutPremium.endpoint] : []),
      ...(delta ? [delta.choice] : []),
    ],
  );
  return hash('sha256', JSON.stringify(queries), 'base64url');
}
