import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { fail } from './fail';

/** Reads a duration of at least a second, in milliseconds; null where it is not set. */
export function readDuration(root: Config, key: string): number | null {
  if (!root.has(key)) {
    return null;
  }
  const duration = durationToMilliseconds(
    readDurationFromConfig(root, { key }),
  );
  if (duration < 1000) {
    fail(key, 'should be a duration, such as { hours: 6 }');
  }
  return duration;
}
