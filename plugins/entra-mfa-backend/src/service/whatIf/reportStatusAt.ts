import type { ReportStatus, StoredCounts } from '../../assess/types';
import type { Snapshot } from '../../store/read/types';

/**
 * What the report could say of everybody at a snapshot. Where it was never read, the reason of those
 * in scope names why.
 */
export function reportStatusAt(
  { dataSets }: Snapshot,
  { reasons }: StoredCounts,
): ReportStatus {
  if (JSON.parse(dataSets).registrations) {
    return 'read';
  }
  const why = (['no-licence', 'no-permission'] as const).find(code =>
    reasons.some(({ reason }) => reason === code),
  );
  return why ?? 'not-read';
}
