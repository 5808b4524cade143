import type { LoggerService } from '@backstage/backend-plugin-api';
import { Duration } from 'luxon';
import type { EntraMfaConfig } from '../config/types';
import { longestInterval } from '../config/longestInterval';

/**
 * Says at start after how long figures are stale, where that follows from the schedule, and warns
 * where they go stale between two syncs although every sync succeeds.
 */
export function warnOfStaleness(
  { schedule, staleAfterSeconds, staleAfterFrom }: EntraMfaConfig,
  logger: LoggerService,
  now = new Date(),
): void {
  const interval = longestInterval(schedule, now);
  if (interval === null) {
    return;
  }
  const staleAfter = staleAfterSeconds * 1000;
  const reads = `entraMfa.schedule reads every ${inWords(
    interval,
  )} at the longest`;
  if (staleAfterFrom === 'schedule') {
    logger.info(
      `Figures count as stale after ${inWords(
        staleAfter,
      )}: ${reads}. Set entraMfa.staleAfter for another limit.`,
    );
  }
  if (interval > staleAfter) {
    logger.warn(
      `The figures will go stale between syncs: ${reads}, and entraMfa.staleAfter is ${inWords(
        staleAfter,
      )}. Raise entraMfa.staleAfter above it, or read more often.`,
    );
  }
}

function inWords(milliseconds: number): string {
  return Duration.fromMillis(milliseconds, { locale: 'en' })
    .shiftTo('days', 'hours', 'minutes', 'seconds')
    .removeZeros()
    .toHuman();
}
