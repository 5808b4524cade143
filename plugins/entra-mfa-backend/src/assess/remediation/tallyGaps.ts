import type {
  GapAge,
  GapOutcome,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

const DAY = 86_400_000;

/** So many days back is what was closed counted, unless something else is asked for. */
export const CLOSED_DAYS = 90;

/** Gaps that were opened, and closed, at the same times. */
export interface GapGroup {
  openedAt: Date;
  closed: { at: Date; outcome: GapOutcome } | null;
  gaps: number;
}

/** What gaps come to. */
export interface GapTally {
  open: number;
  openByAge: Record<GapAge, number>;
  /** Since then. */
  closed: Record<GapOutcome, number>;
  /** From the opening to the snapshot that proves the fix, in seconds; null where none was fixed. */
  timeToFix: { medianSeconds: number; p90Seconds: number } | null;
}

/**
 * Counts gaps, as of a time.
 *
 * @param since - from when on what was closed counts
 */
export function tallyGaps(
  groups: readonly GapGroup[],
  at: Date,
  since = new Date(at.getTime() - CLOSED_DAYS * DAY),
): GapTally {
  const tally: GapTally = {
    open: 0,
    openByAge: { week: 0, month: 0, quarter: 0, longer: 0 },
    closed: { fixed: 0, exempt: 0, 'left-scope': 0, left: 0 },
    timeToFix: null,
  };
  const fixes: { seconds: number; gaps: number }[] = [];
  for (const { openedAt, closed, gaps } of groups) {
    if (!closed) {
      tally.open += gaps;
      tally.openByAge[ageOf(at.getTime() - openedAt.getTime())] += gaps;
    } else if (closed.at >= since) {
      tally.closed[closed.outcome] += gaps;
      if (closed.outcome === 'fixed') {
        const seconds = (closed.at.getTime() - openedAt.getTime()) / 1000;
        fixes.push({ seconds: Math.round(seconds), gaps });
      }
    }
  }
  const isAnyFixed = tally.closed.fixed > 0;
  return {
    ...tally,
    timeToFix: isAnyFixed
      ? {
          medianSeconds: percentile(fixes, tally.closed.fixed, 0.5),
          p90Seconds: percentile(fixes, tally.closed.fixed, 0.9),
        }
      : null,
  };
}

function ageOf(milliseconds: number): GapAge {
  const days = milliseconds / DAY;
  if (days <= 7) return 'week';
  if (days <= 30) return 'month';
  return days <= 90 ? 'quarter' : 'longer';
}

/** The nearest rank: the smallest time within which that share of all were fixed. */
function percentile(
  fixes: readonly { seconds: number; gaps: number }[],
  total: number,
  share: number,
): number {
  const rank = Math.ceil(total * share);
  let counted = 0;
  for (const { seconds, gaps } of [...fixes].sort(
    (a, b) => a.seconds - b.seconds,
  )) {
    counted += gaps;
    if (counted >= rank) {
      return seconds;
    }
  }
  throw new Error('There are as many fixes as were counted');
}
