import type { Attempt } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RegistrationEventBody } from '../collectors/types';
import type { Snapshot } from '../store/asOf/types';
import type { RecordVersion } from '../store/read/readRecordVersions';

/** What the records of a person tell that they tried, newest first; null where it was not read. */
export function attemptsIn(
  snapshot: Snapshot,
  records: readonly RecordVersion[],
): Attempt[] | null {
  const dataSet = 'registration-events';
  if (!JSON.parse(snapshot.dataSets)[dataSet]) {
    return null;
  }
  return records
    .filter(record => record.dataSet === dataSet)
    .map(({ body }) => body as unknown as RegistrationEventBody)
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}
