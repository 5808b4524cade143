import { daysAfter, daysBetween, dayOf, endOfDay } from '../exceptions/days';
import type { Refusal } from '../exceptions/refusals';

/** How many days an assessment may be about. */
const LONGEST = 400;

/** Days (UTC), both included: ISO dates. */
export interface Period {
  from: string;
  to: string;
}

/** The last quarter (UTC) that is over, with what an assessment of it is called. */
export function lastFullQuarter(now: Date): Period & { title: string } {
  const year = now.getUTCFullYear();
  const month = Math.floor(now.getUTCMonth() / 3) * 3;
  const from = new Date(Date.UTC(year, month - 3, 1));
  const quarter = from.getUTCMonth() / 3 + 1;
  return {
    title: `Q${quarter} ${from.getUTCFullYear()}`,
    from: dayOf(from),
    to: daysAfter(dayOf(new Date(Date.UTC(year, month, 1))), -1),
  };
}

/** How many days a period has. */
export const lengthOf = ({ from, to }: Period): number =>
  daysBetween(from, to) + 1;

/** The moment up to which a period is looked at: the end of its last day, or now while that goes on. */
export function endOf({ to }: Period, now: Date): Date {
  const end = new Date(endOfDay(to).getTime() - 1);
  return end < now ? end : now;
}

/** Why nothing can be said about a period; null where it can. */
export function refusePeriod(period: Period, now: Date): Refusal | null {
  const { from, to } = period;
  const input = (message: string): Refusal => ({ kind: 'input', message });
  if (from > to) {
    return input(
      `The period begins on ${from} and ends before, on ${to}: give the first day as from, the last as to`,
    );
  }
  const today = dayOf(now);
  if (to > today) {
    return input(
      `The period ends on ${to}, which is not over: end it today, ${today} (UTC), or before`,
    );
  }
  return lengthOf(period) > LONGEST
    ? input(
        `The period has ${lengthOf(
          period,
        )} days: an assessment is about ${LONGEST} at most`,
      )
    : null;
}
