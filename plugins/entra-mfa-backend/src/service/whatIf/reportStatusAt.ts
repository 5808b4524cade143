import type { ReportStatus, StoredCounts } from '../../assess/types';
import type { Snapshot } from '../../store/asOf/types';

/**
 * What the report could say of everybody at a snapshot. Where it said nothing, the reason of those in
 * scope names why.
 */
export function reportStatusAt(
  { dataSets }: Snapshot,
  { reasons }: StoredCounts,
): ReportStatus {
  const why = (['no-licence', 'no-permission', 'report-empty'] as const).find(
    code => reasons.some(({ reason }) => reason === code),
  );
  return why ?? (JSON.parse(dataSets).registrations ? 'read' : 'not-read');
}
