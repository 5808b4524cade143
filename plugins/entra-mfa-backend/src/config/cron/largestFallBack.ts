import { DateTime } from 'luxon';

const DAYS = 366;

/** By how much the clocks of a time zone are set back at once in the coming year, in milliseconds. */
export function largestFallBack(timeZone: string, now: Date): number {
  const today = DateTime.fromJSDate(now, { zone: timeZone });
  const offsets = Array.from(
    { length: DAYS + 1 },
    (_, days) => today.plus({ days }).offset,
  );
  const minutes = Math.max(
    0,
    ...offsets.slice(1).map((offset, day) => offsets[day] - offset),
  );
  return minutes * 60_000;
}
