import { z } from 'zod';
import { noForecastReasons, forecastVerdicts } from '../lists';
import { enumOf } from './enumOf';

/**
 * When coverage reaches its target, if it goes on as in the last weeks: a straight line by the mean
 * weekly change. The range comes from the slowest and the fastest four weeks among them.
 *
 * - `met`: the target is reached
 * - `expected`: it will be, on a day in a range
 * - `none`: the data cannot carry a forecast, with the reason: `stale`; `too-few` people (fewer than
 *   10); `too-short` a history under the same rules (fewer than 6 weeks); `not-rising`; `too-far`
 *   (more than two years)
 *
 * @public
 */
export const forecastSchema = z.object({
  status: enumOf(['met', 'expected', 'none']),
  reason: enumOf(noForecastReasons).nullable(),
  /** How many whole weeks of history it rests on, up to 8. */
  weeks: z.number().int().nonnegative(),
  /** Mean weekly change in permille of the people who count; null without a forecast. */
  permillePerWeek: z.number().nullable(),
  /** The likely day. */
  expected: z.iso.date().nullable(),
  /** The day at the pace of the fastest four weeks. */
  earliest: z.iso.date().nullable(),
  /** The day at the pace of the slowest four weeks; null where it is not reached at that pace. */
  latest: z.iso.date().nullable(),
  /** The day that the organisation has set (`entraMfa.targetDate`). */
  targetDate: z.iso.date().nullable(),
  /** Null without a set day or a forecast. */
  verdict: enumOf(forecastVerdicts).nullable(),
});

/** See `forecastSchema`. @public */
export type Forecast = z.infer<typeof forecastSchema>;
