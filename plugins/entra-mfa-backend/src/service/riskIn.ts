import type { PersonRisk } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  DataSetId,
  RiskDetectionBody,
  RiskyUserBody,
} from '../collectors/types';
import type { Snapshot } from '../store/asOf/types';
import type { RecordVersion } from '../store/read/readRecordVersions';

/** What the records of a person tell of their risk; null where nothing of it was read. */
export function riskIn(
  snapshot: Snapshot,
  records: readonly RecordVersion[],
): PersonRisk | null {
  const dataSets = JSON.parse(snapshot.dataSets);
  const isRead = (id: DataSetId) => dataSets[id] !== undefined;
  if (!isRead('risky-users') && !isRead('risk-detections')) {
    return null;
  }
  const bodiesOf = <Body>(id: DataSetId) =>
    records
      .filter(({ dataSet }) => dataSet === id)
      .map(({ body }) => body as Body);
  const [now] = bodiesOf<RiskyUserBody>('risky-users');
  return {
    now: now ?? null,
    isRead: isRead('risky-users'),
    detections: isRead('risk-detections')
      ? bodiesOf<RiskDetectionBody>('risk-detections').sort((one, other) =>
          one.day < other.day ? 1 : -1,
        )
      : null,
  };
}
