import type { ReportStatus } from '../assess/types';
import type { Stand } from '../store/readStand';
import type { ReadResult } from './readAll';

/** Whether the report says anything of anybody, and why not. An older version of it still does. */
export function reportStatus(
  stand: Stand,
  { missing }: ReadResult,
): ReportStatus {
  if (stand.dataSets.registrations) {
    return 'read';
  }
  const code = missing.find(one => one.collector.id === 'registrations')
    ?.explanation.problem.code;
  return code === 'no-licence' || code === 'no-permission' ? code : 'not-read';
}

/** Whether the report was read whole since the snapshot before. */
export function reportReadAgain({ dataSets, lastSnapshot }: Stand): boolean {
  const judged: Stand['dataSets'] = lastSnapshot
    ? JSON.parse(lastSnapshot.data_sets)
    : {};
  return dataSets.registrations?.readRun !== judged.registrations?.readRun;
}
