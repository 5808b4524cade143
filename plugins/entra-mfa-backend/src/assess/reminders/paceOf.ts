import type { GapGroup } from '../remediation/tallyGaps';

const WEEK = 7 * 86_400_000;

/** So many weeks before its start a campaign is compared with. */
export const WEEKS_BEFORE = 8;

/** How many were fixed in a week, counted from the start of a campaign. */
interface PaceWeek {
  from: Date;
  fixed: number;
  /** Whether it is after the start. */
  isSince: boolean;
}

/** Fixed in each week, and on average in a week before the start and since; null where there is no whole week. */
export interface Pace {
  weeks: PaceWeek[];
  before: number | null;
  since: number | null;
}

/**
 * How fast gaps were fixed, before a campaign and since.
 *
 * @param since - when the history begins: what was before is no week in which nobody was fixed
 */
export function paceOf(
  gaps: readonly GapGroup[],
  { start, since, now }: { start: Date; since: Date; now: Date },
): Pace {
  const known = Math.floor((start.getTime() - since.getTime()) / WEEK);
  const first = -Math.max(0, Math.min(WEEKS_BEFORE, known));
  const last = Math.floor((now.getTime() - start.getTime()) / WEEK);
  const fixed = new Map<number, number>();
  for (const { closed, gaps: count } of gaps) {
    if (closed?.outcome === 'fixed') {
      const week = Math.floor((closed.at.getTime() - start.getTime()) / WEEK);
      fixed.set(week, (fixed.get(week) ?? 0) + count);
    }
  }
  const weeks: PaceWeek[] = [];
  for (let week = first; week <= last; week++) {
    weeks.push({
      from: new Date(start.getTime() + week * WEEK),
      fixed: fixed.get(week) ?? 0,
      isSince: week >= 0,
    });
  }
  return {
    weeks,
    before: average(weeks.filter(({ isSince }) => !isSince)),
    // The last one has not ended.
    since: average(weeks.filter(({ isSince }) => isSince).slice(0, -1)),
  };
}

function average(weeks: readonly PaceWeek[]): number | null {
  return weeks.length === 0
    ? null
    : weeks.reduce((sum, { fixed }) => sum + fixed, 0) / weeks.length;
}
