import { CronTime } from 'cron';

/**
 * The first time after `after` that a cron expression names, read as wall-clock time in a time zone.
 * A time that the clock leaves out in spring comes when the clock has moved on; one that it shows
 * twice in autumn comes once.
 */
export function nextCronTime(
  expression: string,
  timeZone: string,
  after: Date,
): Date {
  const time = new CronTime(expression);
  return time.getNextDateFrom(after, timeZone).toJSDate();
}
