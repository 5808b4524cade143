import type { SyncSchedule } from '../config/types';
import { nextCronTime } from './cron/nextCronTime';
import { toMilliseconds } from './toMilliseconds';

/** When the last run started, and when it ended or was last heard of. */
export interface LastRun {
  startedAt: Date;
  seenAt: Date;
}

/**
 * When the next sync is due; in the past, where it is due and has not started. A time of a cron
 * expression that passes while a sync runs starts no other one. With one, a tenant that was never read
 * is due at once.
 *
 * @param last - null where there was none
 */
export function nextRead(
  { frequency, timeZone }: Pick<SyncSchedule, 'frequency' | 'timeZone'>,
  last: LastRun | null,
  now: Date,
): Date | null {
  if ('trigger' in frequency) {
    return null;
  }
  if ('cron' in frequency) {
    return last ? nextCronTime(frequency.cron, timeZone, last.seenAt) : now;
  }
  return last && new Date(last.startedAt.getTime() + toMilliseconds(frequency));
}
