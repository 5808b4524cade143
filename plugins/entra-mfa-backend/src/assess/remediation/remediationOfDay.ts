import type { EvidenceBody } from '@entra-mfa/evidence';
import { tallyGaps, type GapGroup } from './tallyGaps';

const DAY = 86_400_000;

/** When the day of a time ends, UTC. */
export const endOfDay = (at: Date): Date =>
  new Date((Math.floor(at.getTime() / DAY) + 1) * DAY);

/**
 * What the gaps of a kind come to as a day ends, with what the day opened and closed. It is the same at any time of the
 * day, unless a gap is opened or closed in between.
 *
 * @param end - see {@link endOfDay}
 */
export function remediationOfDay(
  groups: readonly GapGroup[],
  end: Date,
): EvidenceBody<'remediation'>['gaps'][string] {
  const began = end.getTime() - DAY;
  const ofDay: Record<string, number> = {};
  let opened = 0;
  for (const { openedAt, closed, gaps } of groups) {
    if (openedAt.getTime() >= began) opened += gaps;
    if (closed && closed.at.getTime() >= began) {
      ofDay[closed.outcome] = (ofDay[closed.outcome] ?? 0) + gaps;
    }
  }
  const { open, openByAge, timeToFix } = tallyGaps(groups, end);
  return { opened, closed: ofDay, open, openByAge, timeToFix };
}
