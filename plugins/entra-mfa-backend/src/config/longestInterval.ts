import type { SyncSchedule } from './types';
import { longestCronInterval } from './cron/longestCronInterval';
import { toMilliseconds } from './toMilliseconds';

/** The longest time between two scheduled syncs, in milliseconds; null where they start by hand. */
export function longestInterval(
  { frequency, timeZone }: Pick<SyncSchedule, 'frequency' | 'timeZone'>,
  now: Date,
): number | null {
  if ('trigger' in frequency) {
    return null;
  }
  return 'cron' in frequency
    ? longestCronInterval(frequency.cron, timeZone, now)
    : toMilliseconds(frequency);
}
