import { CronTime } from 'cron';
import { cronFields } from './cronFields';
import { largestFallBack } from './largestFallBack';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Weekdays and dates come round together after 28 years. */
const YEARS_FROM = Date.UTC(2000, 0, 1);
const YEARS_TO = Date.UTC(2028, 0, 1);

/**
 * The longest time between two times that a cron expression names in a time zone, in milliseconds, to
 * the minute. It is counted by days and by times of day, apart: every time of some years would take
 * minutes to count for an expression that names many, and a fixed number of times is too few for one
 * that names few.
 *
 * @param now - from when on the zone's clocks are looked at
 * @throws where the expression names no time that ever comes
 */
export function longestCronInterval(
  expression: string,
  timeZone: string,
  now: Date,
): number {
  const { minute, hour, day, month, weekday } = cronFields(expression);
  const times = periodsOf(
    `* ${minute} ${hour} * * *`,
    MINUTE,
    YEARS_FROM + DAY,
  );
  const overnight = times[0] - times[times.length - 1];
  const everyDay = [day, month, weekday].every(field => field === '*');
  const longestDays = everyDay
    ? DAY
    : longestStep(periodsOf(`* * * ${day} ${month} ${weekday}`, DAY, YEARS_TO));
  return (
    Math.max(longestStep(times), longestDays + overnight) +
    largestFallBack(timeZone, now)
  );
}

/** The starts of all minutes, or days, in which an expression names every second. */
function periodsOf(expression: string, length: number, end: number): number[] {
  const time = new CronTime(expression, 'UTC');
  const next = (from: number) => {
    const found = time.getNextDateFrom(new Date(from - 1), 'UTC').toMillis();
    return found - (found % length);
  };
  const starts: number[] = [];
  let start = next(YEARS_FROM);
  while (start < end) {
    starts.push(start);
    start = next(start + length);
  }
  return starts;
}

function longestStep(starts: number[]): number {
  return starts
    .slice(1)
    .reduce((longest, start, i) => Math.max(longest, start - starts[i]), 0);
}
