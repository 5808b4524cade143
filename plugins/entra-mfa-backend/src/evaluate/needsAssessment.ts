import { toBoolean } from '../store/sql/toBoolean';
import { toDate, toDateOrNull } from '../store/sql/instant';
import type { DataSetVersions } from '../store/run/readDataSetVersions';
import type { SnapshotDataSet } from '../store/sql/tables';
import { collectorOf } from '../collectors/collectorOf';
import { isNewReport } from './reportStatus';

/**
 * Whether assessing everybody again can come to anything else than the last snapshot: other data,
 * other rules, a step on an exception, a report that somebody waits for, a time that was waited
 * for, or one that was passed too early.
 */
export function needsAssessment(
  stand: DataSetVersions,
  rules: { version: string; settings: string },
  at: Date,
): boolean {
  const last = stand.lastSnapshot;
  if (
    !last ||
    last.rules_version !== rules.version ||
    last.settings !== rules.settings ||
    last.judged_step !== stand.step ||
    // One of the two clocks was wrong: what it assessed by days may be wrong too.
    at < toDate(last.at) ||
    !stand.dataSets.registrations
  ) {
    return true;
  }
  const reassessAt = toDateOrNull(last.reassess_at);
  if (reassessAt && reassessAt <= at) {
    return true;
  }
  if (toBoolean(last.waits_for_report) && isNewReport(stand)) {
    return true;
  }
  const assessed: Record<string, SnapshotDataSet> = JSON.parse(last.data_sets);
  return deciding(stand.dataSets) !== deciding(assessed);
}

/** The versions of what anything rests on. */
function deciding(dataSets: DataSetVersions['dataSets']): string {
  const versions = Object.entries(dataSets)
    .filter(([id]) => !collectorOf(id)?.decidesNothing)
    .map(([id, set]) => `${id} ${set?.version}`);
  return versions.sort().join();
}
