import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { CronTime } from 'cron';
import { toMilliseconds } from './toMilliseconds';

/**
 * When the next sync is due, counted as the portal's scheduler does.
 *
 * @param last - when the last one started; null where there was none
 */
export function nextRead(
  frequency: SchedulerServiceTaskScheduleDefinition['frequency'],
  last: Date | null,
): Date | null {
  if ('trigger' in frequency) {
    return null;
  }
  if ('cron' in frequency) {
    return new CronTime(frequency.cron).sendAt().toJSDate();
  }
  return last && new Date(last.getTime() + toMilliseconds(frequency));
}
