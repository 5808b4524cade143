import type {
  PhoneEnds,
  SeriesPoint,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

const DAY = 86_400_000;

/** How many may be left at a moment. */
export interface NeededPoint {
  time: number;
  people: number;
}

/**
 * The line that leads from those who have only a phone now to nobody, so that nobody has one any more whose
 * day has come: at each day, as many as have a later one. Nothing where no day is ahead.
 */
export function neededLine(
  now: { time: number; people: number },
  ends: PhoneEnds,
): NeededPoint[] {
  const ahead = ends
    .map(({ date, count }) => ({ time: Date.parse(date), count }))
    .filter(({ time, count }) => time > now.time && count > 0)
    .sort((a, b) => a.time - b.time);
  if (ahead.length === 0) return [];
  let left = ahead.reduce((sum, { count }) => sum + count, 0);
  return [
    now,
    ...ahead.map(({ time, count }) => {
      left -= count;
      return { time, people: left };
    }),
  ];
}

/** How many a week that takes up to the first day, in tenths rounded up: fewer would not do. */
export function neededPerWeek([from, to]: readonly NeededPoint[]): number {
  const weeks = (to.time - from.time) / (7 * DAY);
  return Math.ceil(((from.people - to.people) / weeks) * 10 - 1e-9) / 10;
}

/** How many more have only a phone than four weeks before the last point; null where that was not read. */
export function changeIn4Weeks(
  points: readonly Pick<SeriesPoint, 'at' | 'phoneOnly'>[],
): number | null {
  const last = points[points.length - 1];
  const before = points.filter(
    ({ at }) => Date.parse(at) <= Date.parse(last.at) - 28 * DAY,
  );
  return before.length === 0
    ? null
    : last.phoneOnly - before[before.length - 1].phoneOnly;
}
