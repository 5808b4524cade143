import type { ReviewInterval } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DateTime } from 'luxon';
import { daysBetween } from '../exceptions/days';

/** Reviewers are reminded so many days before a review is due. */
const REMIND_BEFORE: readonly number[] = [7, 3, 1];
/** And on each day after it was due, so many days long. */
const REMIND_AFTER = 7;

/** What decides whether a reviewer is told of a review on a day. Days are ISO dates (UTC). */
export interface ReviewerReminded {
  today: string;
  /** Null where no day was set. */
  dueOn: string | null;
  /** On which days the reviewer was told of it. */
  told: readonly string[];
}

/** Whether a reviewer with open people is told today: once at first, then before the review is due and after. */
export function isReviewerToldOn({
  today,
  dueOn,
  told,
}: ReviewerReminded): boolean {
  if (told.length === 0) {
    return true;
  }
  if (dueOn === null || told.includes(today)) {
    return false;
  }
  const left = daysBetween(today, dueOn);
  return left < 0 ? left >= -REMIND_AFTER : REMIND_BEFORE.includes(left);
}

const months: Record<ReviewInterval, number> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
};

/**
 * When the next review of a schedule opens once its rhythm is another one: one that is due stays so, and the first stays
 * on its day.
 */
export function nextDayWith(
  {
    firstDay,
    nextDay,
    every,
  }: { firstDay: string; nextDay: string; every: ReviewInterval },
  today: string,
): string {
  return nextDay <= today || nextDay === firstDay
    ? nextDay
    : nextReviewDay({ firstDay, every }, today);
}

/**
 * The first day after another one on which a review of a schedule opens: counted from its first day, so that one that
 * begins on a 31st comes back to it after a shorter month. Days that passed meanwhile are left out.
 */
export function nextReviewDay(
  { firstDay, every }: { firstDay: string; every: ReviewInterval },
  after: string,
): string {
  const first = DateTime.fromISO(firstDay, { zone: 'utc' });
  const passed = DateTime.fromISO(after, { zone: 'utc' }).diff(first, 'months');
  const begun = Math.floor(passed.months / months[every]);
  for (let times = Math.max(begun, 0); ; times++) {
    const day = first.plus({ months: times * months[every] }).toISODate()!;
    if (day > after) {
      return day;
    }
  }
}
