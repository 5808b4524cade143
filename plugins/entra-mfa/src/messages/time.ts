import { DateTime } from 'luxon';
import type { general } from './general';
import type { MessagesOf } from './MessagesOf';

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

/** The day that it is here, `2026-09-03`. */
export const todayHere = () => DateTime.now().toISODate();

/** How a language writes dates and decimals: its `general.format`. */
export type Format = MessagesOf<(typeof general)['format']>;

const written = (iso: string, pattern: string, { language }: Format) =>
  DateTime.fromISO(iso).setLocale(language).toFormat(pattern);

/** A day as people write it: `3 Sep 2026`. */
export const dayOf = (iso: string, format: Format) =>
  written(iso, format.day, format);

/** A day without its year, for axes. */
export const dayOfYear = (iso: string, format: Format) =>
  written(iso, format.dayOfYear, format);

/** A month with its year, of `2026-10`: `October 2026`. */
export const monthName = (iso: string, format: Format) =>
  written(iso, format.month, format);

/** A moment to the minute, with its zone, for tooltips. */
export const momentOf = (iso: string, format: Format) =>
  written(iso, format.moment, format);

/** The time of day, `14:00`; with its day, `3 Sep 2026, 14:00`, where that is not today. */
export const clockOf = (iso: string, now: number, format: Format) =>
  written(
    iso,
    DateTime.fromISO(iso).hasSame(DateTime.fromMillis(now), 'day')
      ? format.clock
      : format.dayAndClock,
    format,
  );
