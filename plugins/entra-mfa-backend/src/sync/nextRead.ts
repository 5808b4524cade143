import type { SyncSchedule } from '../config/types';
import type { LastRun } from '../store/run/readLastRun';
import { nextCronTime } from '../config/cron/nextCronTime';
import { toMilliseconds } from '../config/toMilliseconds';

/** From where on a last run that lies ahead is the work of a wrong clock, not of another replica's. */
const WRONG_BY = 3_600_000;

/**
 * When the next sync is due; in the past, where it is due and has not started. A time of a cron
 * expression that passes while a sync runs starts no other one. With one, a tenant that was never read
 * is due at once, and so is one whose last run lies more than an hour ahead: nothing waits for a wrong
 * clock to be caught up with.
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
  if (last && last.seenAt.getTime() - now.getTime() > WRONG_BY) {
    return now;
  }
  if ('cron' in frequency) {
    return last ? nextCronTime(frequency.cron, timeZone, last.seenAt) : now;
  }
  return last && new Date(last.startedAt.getTime() + toMilliseconds(frequency));
}
