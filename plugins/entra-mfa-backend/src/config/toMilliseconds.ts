import type { HumanDuration } from '@backstage/types';
import { Duration } from 'luxon';

/** A duration of a task's schedule, in either of the two ways that the portal takes it. */
export function toMilliseconds(duration: Duration | HumanDuration): number {
  return Duration.isDuration(duration)
    ? duration.toMillis()
    : Duration.fromObject(duration).toMillis();
}
