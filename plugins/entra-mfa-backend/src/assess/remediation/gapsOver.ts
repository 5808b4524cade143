import { tallyGaps, type GapGroup, type GapTally } from './tallyGaps';

/** What gaps of a kind came to over a period. */
export interface GapsOver extends GapTally {
  /** In the period; one that was open before it is not among them. */
  opened: number;
}

/**
 * What gaps came to over a period: those that it opened and closed, and those that were open at its end, by their age then.
 *
 * @param groups - those that were open in it, or closed
 */
export function gapsOver(
  groups: readonly GapGroup[],
  { from, until }: { from: Date; until: Date },
): GapsOver {
  const opened = groups
    .filter(({ openedAt }) => openedAt >= from)
    .reduce((sum, { gaps }) => sum + gaps, 0);
  return { opened, ...tallyGaps(groups, until, from) };
}
