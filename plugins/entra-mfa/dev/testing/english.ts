import { general } from '../../src/messages/general';
import * as time from '../../src/messages/time';

const { format } = general;

/** Dates as the page writes them in English. */
export const dayOf = (iso: string) => time.dayOf(iso, format);
export const momentOf = (iso: string) => time.momentOf(iso, format);
export const clockOf = (iso: string, now: number) =>
  time.clockOf(iso, now, format);
