import { DateTime } from 'luxon';

/** The figure at one point in time. */
export interface WeekPoint {
  at: Date;
  covered: number;
  uncovered: number;
  rulesVersion: string;
}

/** How many weeks back a forecast looks. */
const WEEKS = 8;
const WEEK = 7 * 86_400_000;

/**
 * The times of which a forecast takes the figure: the ends of days (UTC) a week apart, oldest first,
 * and now. A history has one figure for each day, its last one, so whoever reads by time finds the same.
 */
export function weekTimes(now: Date): Date[] {
  const today = DateTime.fromJSDate(now, { zone: 'utc' }).endOf('day');
  const ends = Array.from({ length: WEEKS }, (_, i) =>
    today.minus({ weeks: WEEKS - i }).toJSDate(),
  );
  return [...ends, now];
}

/**
 * The figures a week apart that can be compared: back from now, as far as the rules were the same and
 * no week went by without a figure.
 *
 * @param points - oldest first
 */
export function weeksOf(points: readonly WeekPoint[], now: Date): WeekPoint[] {
  const weeks: WeekPoint[] = [];
  for (const time of weekTimes(now).reverse()) {
    const point = lastBefore(points, time);
    if (
      !point ||
      point.at.getTime() <= time.getTime() - WEEK ||
      (weeks.length > 0 && point.rulesVersion !== weeks[0].rulesVersion)
    ) {
      break;
    }
    weeks.unshift(point);
  }
  return weeks;
}

function lastBefore(points: readonly WeekPoint[], time: Date) {
  for (let i = points.length - 1; i >= 0; i -= 1) {
    if (points[i].at <= time) {
      return points[i];
    }
  }
  return undefined;
}
