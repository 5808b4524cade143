import type {
  ReminderState,
  ReminderWait,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DateTime } from 'luxon';

/** When a campaign sends. Days are ISO dates in its time zone, hours are of its clock. */
export interface ReminderTimes {
  /** What somebody decided; that it is over, its last day decides. */
  state: Exclude<ReminderState, 'over'>;
  firstDay: string;
  until: string;
  /** No hours are quiet where they are the same, or null. */
  quietFrom: number | null;
  quietTo: number | null;
  quietWeekends: boolean;
  timeZone: string;
}

/** Whether what is known of a tenant may be acted on. */
export interface ReminderGround {
  /** Until when the newest snapshot is fresh; null where nobody knows. */
  freshUntil: Date | null;
  isHeld: boolean;
  hasFailed: boolean;
}

/** Where a campaign stands at a time. */
export function reminderStateAt(
  times: Pick<ReminderTimes, 'state' | 'until' | 'timeZone'>,
  now: Date,
): ReminderState {
  return times.state !== 'draft' && dayIn(times.timeZone, now) > times.until
    ? 'over'
    : times.state;
}

/** The day for which a campaign may send now, or why it may not; null where it does not run. */
export function reminderDay(
  times: ReminderTimes,
  ground: ReminderGround,
  now: Date,
): { day: string } | { waits: ReminderWait } | null {
  if (reminderStateAt(times, now) !== 'running') {
    return null;
  }
  const day = dayIn(times.timeZone, now);
  if (day < times.firstDay) {
    return { waits: 'not-yet' };
  }
  if (ground.hasFailed) {
    return { waits: 'failed' };
  }
  if (ground.isHeld) {
    return { waits: 'held' };
  }
  if (!ground.freshUntil || ground.freshUntil <= now) {
    return { waits: 'stale' };
  }
  return isQuiet(times, now) ? { waits: 'quiet' } : { day };
}

/** The day of a moment in a time zone: an ISO date. */
export function dayIn(timeZone: string, moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: timeZone }).toISODate()!;
}

function isQuiet(
  { quietFrom, quietTo, quietWeekends, timeZone }: ReminderTimes,
  now: Date,
): boolean {
  const { hour, weekday } = DateTime.fromJSDate(now, { zone: timeZone });
  if (quietWeekends && weekday > 5) {
    return true;
  }
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) {
    return false;
  }
  return quietFrom < quietTo
    ? hour >= quietFrom && hour < quietTo
    : hour >= quietFrom || hour < quietTo;
}
