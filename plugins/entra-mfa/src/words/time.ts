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

/** The time of day: `14:00`. */
export const clockOf = (iso: string) => DateTime.fromISO(iso).toFormat('HH:mm');
