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

/** The times of which a forecast takes the figure: a week apart, oldest first, ending with now. */
export function weekTimes(now: Date): Date[] {
  const end = DateTime.fromJSDate(now, { zone: 'utc' });
  return Array.from({ length: WEEKS + 1 }, (_, i) =>
    end.minus({ weeks: WEEKS - i }).toJSDate(),
  );
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
    const weekBefore = DateTime.fromJSDate(time).minus({ weeks: 1 });
    if (
      !point ||
      point.at <= weekBefore.toJSDate() ||
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
