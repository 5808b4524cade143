import type { SyncProgress } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { collectorOf } from '../collectors/collectorOf';
import type { StoredProgress } from '../store/run/readProgress';
import { timeLeft } from './timeLeft';

/** Tells where a running sync is, with what is still to come as far as that is known. */
export function toProgress(
  stored: StoredProgress,
  reportRequestsPer10Seconds: number,
  now: Date,
): SyncProgress {
  const { dataSet, pages, rows, people, expectedPeople } = stored;
  const expectedRows =
    stored.rowsBefore ??
    (collectorOf(dataSet)?.ofEverybody ? expectedPeople : null);
  const since = stored.dataSetStartedAt;
  const read = {
    ...{ dataSet, pages, rows, expectedRows },
    elapsedMs: since && now.getTime() - since.getTime(),
    people: expectedPeople,
    reportRead: stored.reportRead,
  };
  return {
    run: stored.run,
    startedAt: stored.startedAt.toISOString(),
    ...{ dataSet, pages, rows, expectedRows, people, expectedPeople },
    secondsLeft: stored.readToTheEnd
      ? 0
      : timeLeft(read, reportRequestsPer10Seconds),
    waitedMs: longestWait(stored.waits),
  };
}

/** Data sets of different paces wait at the same time. */
function longestWait(waits: StoredProgress['waits']): number {
  const byPace = new Map<string, number>();
  for (const { dataSet, waitedMs } of waits) {
    const pace = collectorOf(dataSet)?.pace ?? 'directory';
    byPace.set(pace, (byPace.get(pace) ?? 0) + waitedMs);
  }
  return Math.max(0, ...byPace.values());
}
