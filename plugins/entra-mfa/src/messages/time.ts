import { DateTime } from 'luxon';

/** The time between two moments in its largest whole unit, cut off and never rounded up. */
export function ageOf(
  iso: string,
  now: number,
): { unit: 'now' } | { unit: 'minutes' | 'hours' | 'days'; value: number } {
  const minutes = Math.floor(Math.abs(now - Date.parse(iso)) / 60_000);
  if (minutes < 1) return { unit: 'now' };
  if (minutes < 60) return { unit: 'minutes', value: minutes };
  if (minutes < 48 * 60) {
    return { unit: 'hours', value: Math.floor(minutes / 60) };
  }
  return { unit: 'days', value: Math.floor(minutes / 1440) };
}

/** A day as people write it: `3 Sep 2026`. */
export const dayOf = (iso: string) =>
  DateTime.fromISO(iso).setLocale('en').toFormat('d LLL yyyy');

/** A moment to the minute, with its zone, for tooltips. */
export const momentOf = (iso: string) =>
  DateTime.fromISO(iso).setLocale('en').toFormat('d LLL yyyy, HH:mm ZZZZ');

/** The time of day, `14:00`; with its day, `3 Sep 2026, 14:00`, where that is not today. */
export const clockOf = (iso: string, now: number) => {
  const time = DateTime.fromISO(iso);
  const today = time.hasSame(DateTime.fromMillis(now), 'day');
  return time.setLocale('en').toFormat(today ? 'HH:mm' : 'd LLL yyyy, HH:mm');
};
