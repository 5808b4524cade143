import { DateTime } from 'luxon';

/** A quarter of a year. */
const WEEKS = 13;

/** A week from Monday to Sunday (UTC), as dates. */
export interface Week {
  /** The Sunday before it: the end of that day is what the week is compared with. */
  from: string;
  /** Its Sunday. */
  to: string;
}

/** The last weeks up to the one that a time is in, oldest first. */
export function weeksUpTo(time: Date): Week[] {
  const monday = DateTime.fromJSDate(time, { zone: 'utc' }).startOf('week');
  return Array.from({ length: WEEKS }, (_, index) => {
    const begin = monday.minus({ weeks: WEEKS - 1 - index });
    return {
      from: begin.minus({ days: 1 }).toISODate()!,
      to: begin.plus({ days: 6 }).toISODate()!,
    };
  });
}
