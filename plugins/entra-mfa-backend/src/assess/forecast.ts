import {
  coverageOf,
  type Forecast,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DateTime } from 'luxon';
import type { WeekPoint } from './weeksOf';

/** Fewer people than this move by leaps, not at a pace. */
const FEWEST_PEOPLE = 10;
/** Weekly changes that a forecast needs. */
const FEWEST_WEEKS = 6;
/** The length of the stretches whose paces make the range, in weeks. */
const STRETCH = 4;
/** Further ahead than this, nobody knows. */
const MOST_WEEKS = 104;

/** What a forecast is made of. */
export interface ForecastInput {
  /** Figures a week apart under the same rules, oldest first, the last one that of now. */
  weeks: readonly WeekPoint[];
  targetPermille: number;
  /** `YYYY-MM-DD`, or null where the organisation has set none. */
  targetDate: string | null;
  stale: boolean;
}

/** When coverage reaches its target, or why that cannot be said. See `forecastSchema`. */
export function forecast(input: ForecastInput): Forecast {
  const { weeks, targetPermille, targetDate, stale } = input;
  const now = weeks[weeks.length - 1];
  const changes = Math.max(0, weeks.length - 1);
  const none = (reason: Forecast['reason']): Forecast => ({
    status: 'none',
    reason,
    weeks: changes,
    permillePerWeek: null,
    expected: null,
    earliest: null,
    latest: null,
    targetDate,
    verdict: null,
  });

  if (!now || now.covered + now.uncovered < FEWEST_PEOPLE) {
    return none('too-few');
  }
  if (stale) {
    return none('stale');
  }
  const people = now.covered + now.uncovered;
  const { met, short } = coverageOf(now.covered, now.uncovered, targetPermille);
  if (met) {
    return { ...none(null), status: 'met' };
  }
  if (changes < FEWEST_WEEKS) {
    return none('too-short');
  }
  const shares = weeks.map(week => {
    const counted = week.covered + week.uncovered;
    return counted > 0 ? week.covered / counted : 0;
  });
  const pace = (shares[changes] - shares[0]) / changes;
  if (pace <= 0) {
    return none('not-rising');
  }
  const dayAt = (share: number) => dayOf(now.at, short / people / share);
  const expected = dayAt(pace);
  if (!expected) {
    return none('too-far');
  }
  const paces = stretchPaces(shares);
  const earliest = dayAt(Math.max(pace, ...paces)) ?? expected;
  const latest = dayAt(Math.min(pace, ...paces));
  return {
    ...none(null),
    status: 'expected',
    permillePerWeek: Math.round(pace * 10_000) / 10,
    expected,
    earliest,
    latest,
    verdict:
      targetDate === null ? null : verdictOf(targetDate, earliest, latest),
  };
}

/** The pace of each stretch of four weeks. */
function stretchPaces(shares: readonly number[]): number[] {
  return shares.slice(STRETCH).map((share, i) => (share - shares[i]) / STRETCH);
}

/** The day (UTC) that lies so many weeks ahead; null where it is never, or too far. */
function dayOf(now: Date, weeks: number): string | null {
  return weeks > 0 && weeks <= MOST_WEEKS
    ? DateTime.fromJSDate(now, { zone: 'utc' })
        .plus({ days: Math.ceil(weeks * 7) })
        .toISODate()
    : null;
}

function verdictOf(
  targetDate: string,
  earliest: string,
  latest: string | null,
): Forecast['verdict'] {
  if (latest && latest <= targetDate) {
    return 'on-time';
  }
  return earliest > targetDate ? 'late' : 'uncertain';
}
