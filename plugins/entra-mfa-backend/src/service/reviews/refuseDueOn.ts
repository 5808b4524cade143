import { InputError } from '@backstage/errors';
import { daysAfter, dayOf } from '../../assess/exceptions/days';

const LONGEST_DAYS = 366;

/** Refuses a day until which nobody can decide, and one that nobody waits for. Days are of UTC. */
export function refuseDueOn(dueOn: string | null, now: Date): void {
  const today = dayOf(now);
  if (
    dueOn !== null &&
    (dueOn < today || dueOn > daysAfter(today, LONGEST_DAYS))
  ) {
    throw new InputError(
      `Parameter 'dueOn' is wrong: it must be neither before today, ${today}, nor later than in a year`,
    );
  }
}
