import { longestInterval } from './longestInterval';
import { toMilliseconds } from './toMilliseconds';
import type { EntraMfaConfig, SyncSchedule } from './types';

const HOUR = 3_600_000;
const SHORTEST_DEFAULT = 6 * HOUR;

type StaleAfter = Pick<EntraMfaConfig, 'staleAfterSeconds' | 'staleAfterFrom'>;

/**
 * After how long figures are stale: as configured, or else 6 hours, or longer than the longest time
 * between two syncs. The grace on top of that covers a sync that begins late, or takes as long as it
 * may twice: once for the read that is shown, and once for the one that replaces it.
 *
 * @param configured - in milliseconds
 */
export function staleAfterOf(
  configured: number | null,
  schedule: SyncSchedule,
  now: Date,
): StaleAfter {
  if (configured !== null) {
    return staleAfter(configured, 'configuration');
  }
  const interval = longestInterval(schedule, now) ?? 0;
  const grace = Math.max(HOUR, 2 * toMilliseconds(schedule.timeout));
  return interval + grace > SHORTEST_DEFAULT
    ? staleAfter(interval + grace, 'schedule')
    : staleAfter(SHORTEST_DEFAULT, 'default');
}

function staleAfter(
  milliseconds: number,
  staleAfterFrom: StaleAfter['staleAfterFrom'],
): StaleAfter {
  return { staleAfterSeconds: Math.floor(milliseconds / 1000), staleAfterFrom };
}
