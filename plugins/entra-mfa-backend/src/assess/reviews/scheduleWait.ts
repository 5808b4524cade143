import type { ReviewWait } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ReminderGround } from '../reminders/reminderDay';
import { dayOf } from '../exceptions/days';

/** What decides whether the next review of a schedule opens. Days are ISO dates (UTC). */
export interface ScheduleFacts {
  nextDay: string;
  ground: ReminderGround;
  /** When the last sync that was good began; null where none was. */
  readAt: Date | null;
  /** Whether a review of the same scope is open. */
  isOpen: boolean;
}

/** Why the next review does not open now; null where it does. */
export function scheduleWait(
  { nextDay, ground, readAt, isOpen }: ScheduleFacts,
  now: Date,
): Exclude<ReviewWait, 'not-found'> | null {
  if (dayOf(now) < nextDay) {
    return 'not-yet';
  }
  if (isOpen) {
    return 'open';
  }
  if (ground.hasFailed) {
    return 'failed';
  }
  if (ground.isHeld) {
    return 'held';
  }
  if (!ground.freshUntil || ground.freshUntil <= now) {
    return 'stale';
  }
  return readAt && dayOf(readAt) >= nextDay ? null : 'not-read';
}
