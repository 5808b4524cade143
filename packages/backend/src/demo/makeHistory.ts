import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntraMfaSyncs } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { DateTime } from 'luxon';
import type { SimulatedClock } from './SimulatedClock';
import { syncWhenFree } from './syncWhenFree';

/** Longer than the pace makes the reads of one sync wait, and shorter than a reader would notice. */
const beforePresentMs = 30_000;

/** Before these, every second day has to do: who tries the demo waits for each of them. */
const daysWithoutGap = 28;

/**
 * Syncs every tenant once for each past day, or each second one where it is long ago, oldest first,
 * each with that day's simulated tenant. It goes on where an earlier start was interrupted, and fills
 * the days since the demo ran last.
 *
 * Where it did, it leaves the clock just before the present: the sync of today has to keep the pace
 * after that of yesterday, and would wait for it on the machine's time.
 */
export async function makeHistory(options: {
  syncs: EntraMfaSyncs;
  clock: SimulatedClock;
  days: number;
  /** What was published last; no earlier day can be synced any more. */
  after: Date | null;
  logger: LoggerService;
}): Promise<void> {
  const { syncs, clock, days, after, logger } = options;
  const today = DateTime.utc().startOf('day');
  // The day of an interruption is synced again, later: not every tenant may have been.
  const time = { hour: 13, minute: after ? 30 : 0 };
  let synced = 0;
  for (let ago = days; ago >= 1; ago -= 1) {
    const day = today.minus({ days: ago }).set(time);
    const isLeftOut = ago > daysWithoutGap && (days - ago) % 2 === 1;
    if (isLeftOut || (after && day.toJSDate() <= after)) {
      continue;
    }
    await clock.moveTo(day.toJSDate());
    for (const tenantId of syncs.tenantIds) {
      await syncWhenFree(syncs, tenantId);
    }
    synced += 1;
    if (ago % 10 === 0 || ago === 1) {
      logger.info(
        `Demo history: synced up to ${day.toISODate()}, ${ago - 1} days to go`,
      );
    }
  }
  if (synced > 0) {
    await clock.moveTo(new Date(Date.now() - beforePresentMs));
  }
}
