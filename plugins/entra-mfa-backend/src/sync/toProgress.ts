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
  };
  return {
    run: stored.run,
    startedAt: stored.startedAt.toISOString(),
    ...{ dataSet, pages, rows, expectedRows, people, expectedPeople },
    secondsLeft: stored.readToTheEnd
      ? 0
      : timeLeft(read, reportRequestsPer10Seconds),
    waitedMs: stored.waitedMs,
  };
}
