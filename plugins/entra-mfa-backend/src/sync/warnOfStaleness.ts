import type { LoggerService } from '@backstage/backend-plugin-api';
import { Duration } from 'luxon';
import type { EntraMfaConfig } from '../config/types';
import { longestInterval } from './longestInterval';

/** Warns where the figures go stale between two syncs although every sync succeeds. */
export function warnOfStaleness(
  { schedule, staleAfterSeconds }: EntraMfaConfig,
  logger: LoggerService,
): void {
  const interval = longestInterval(schedule.frequency);
  const staleAfter = staleAfterSeconds * 1000;
  if (interval !== null && interval > staleAfter) {
    logger.warn(
      `The figures will go stale between syncs: entraMfa.schedule reads every ${inWords(
        interval,
      )} at the longest, and entraMfa.staleAfter is ${inWords(
        staleAfter,
      )}. Raise entraMfa.staleAfter above it, or read more often.`,
    );
  }
}

function inWords(milliseconds: number): string {
  return Duration.fromMillis(milliseconds, { locale: 'en' })
    .rescale()
    .toHuman();
}
