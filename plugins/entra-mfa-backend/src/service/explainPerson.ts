import type {
  Exemption,
  ExplanationStep,
  PersonRoles,
} from 'backstage-plugin-entra-mfa-common';
import { explain } from '../assess/explain';
import type { ReportStatus, RuleSettings } from '../assess/types';
import type { RegistrationBody, UserBody } from '../collectors/types';
import type { RecordVersion } from '../store/read/readRecordVersions';
import type { Snapshot } from '../store/read/types';
import type { PersonRow } from '../store/tables';
import { toRoles } from './heldRolesOf';

/** Asks the rules again what they were asked, of the same records and with the same settings. */
export function explainPerson(
  snapshot: Snapshot,
  row: PersonRow,
  records: readonly RecordVersion[],
  roles: PersonRoles,
  exemption: Exemption | null,
): ExplanationStep[] {
  const settings: RuleSettings = JSON.parse(snapshot.settings);
  const user = bodyOf<UserBody>(records, 'users');
  if (!user) {
    return [];
  }
  return explain(
    {
      objectId: row.object_id,
      user,
      registration: bodyOf<RegistrationBody>(records, 'registrations'),
      report: reportStatusOf(snapshot, row),
      // The row holds the count that the judgement ended with.
      reportReadAgain: false,
      noRowRuns: row.no_row_runs,
      roles: toRoles(roles),
      exception: exemption && {
        id: exemption.id,
        until: exemption.until,
        approver: exemption.approvedBy,
      },
    },
    settings,
    snapshot.at,
  );
}

function bodyOf<T>(records: readonly RecordVersion[], dataSet: string) {
  const record = records.find(each => each.dataSet === dataSet);
  return (record?.body as T | undefined) ?? null;
}

/** Where the report was never read, the reason of whoever is in scope names why. */
function reportStatusOf(
  { dataSets }: Snapshot,
  { reason }: PersonRow,
): ReportStatus {
  if (JSON.parse(dataSets).registrations) {
    return 'read';
  }
  return reason === 'no-licence' || reason === 'no-permission'
    ? reason
    : 'not-read';
}
