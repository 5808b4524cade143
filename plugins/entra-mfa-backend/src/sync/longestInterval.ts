import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { CronTime } from 'cron';
import { toMilliseconds } from './toMilliseconds';

/** Enough to see the night and the weekend of most expressions. */
const CRON_TIMES = 200;

/** The longest time between two scheduled syncs, in milliseconds; null where they start by hand. */
export function longestInterval(
  frequency: SchedulerServiceTaskScheduleDefinition['frequency'],
): number | null {
  if ('trigger' in frequency) {
    return null;
  }
  if (!('cron' in frequency)) {
    return toMilliseconds(frequency);
  }
  const times = new CronTime(frequency.cron).sendAt(CRON_TIMES);
  return Math.max(
    ...times.slice(1).map((time, i) => time.toMillis() - times[i].toMillis()),
  );
}
