import { endOfMonth, parseDate, today } from '@internationalized/date';

/** A month of the calendar, in UTC as every day of the past is. */
export interface Month {
  /** `2026-10`. */
  month: string;
  /** The day before its first one: what it is compared with is how that day ended. */
  before: string;
  /** Its last day, or the one that the page shows; undefined for now, while the month goes on. */
  last: string | undefined;
  previous: string;
  /** Undefined where it has not begun. */
  next: string | undefined;
}

const monthIn = (day: string) => day.slice(0, 7);

/**
 * What a report of a month is about.
 *
 * @param month - `2026-10`; without one, or with one that has not begun, the last that is over
 * @param at - the day that the page shows; undefined for now
 * @param present - today, in UTC
 */
export function monthOf(
  month: string | undefined,
  at?: string,
  present = today('UTC').toString(),
): Month {
  const day = at ?? present;
  const asked = month ? `${month}-01` : undefined;
  const first =
    asked && asked <= day
      ? parseDate(asked)
      : parseDate(day).set({ day: 1 }).subtract({ months: 1 });
  const next = first.add({ months: 1 }).toString();
  const goesOn = next > day;
  return {
    month: monthIn(first.toString()),
    before: first.subtract({ days: 1 }).toString(),
    last: goesOn ? at : endOfMonth(first).toString(),
    previous: monthIn(first.subtract({ months: 1 }).toString()),
    next: goesOn ? undefined : monthIn(next),
  };
}
