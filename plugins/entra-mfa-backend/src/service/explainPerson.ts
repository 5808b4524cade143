import type {
  Exemption,
  ExplanationStep,
  PersonDetail,
  PersonRoles,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { codeVersion } from '../assess/codeVersions';
import { explain } from '../assess/explain';
import { askedUnknown } from '../assess/policies/types';
import { codeOfVersion } from '../assess/rulesVersion';
import type { GroupsOfPerson } from '../assess/scope/types';
import type { ReportStatus, RuleSettings } from '../assess/types';
import type {
  MailboxPurposeBody,
  RegistrationBody,
  UserBody,
} from '../collectors/types';
import type { RecordVersion } from '../store/read/readRecordVersions';
import type { Snapshot } from '../store/asOf/types';
import { enabledSinceOf } from '../store/read/enabledSinceOf';
import type { PersonRow } from '../store/sql/tables';
import { toRoles } from './heldRolesOf';

/**
 * Asks the rules again what they were asked, of the same records and with the same settings. What other
 * code assessed cannot be asked again, nor of whom the records are erased: there are no steps.
 */
export function explainPerson(
  snapshot: Snapshot,
  row: PersonRow,
  records: readonly RecordVersion[],
  roles: PersonRoles,
  exemption: Exemption | null,
  scopeGroups: GroupsOfPerson,
): Pick<PersonDetail, 'explanation' | 'assessedBy'> {
  const assessedBy = {
    code: codeOfVersion(snapshot.rulesVersion),
    today: codeVersion,
  };
  const explanation =
    assessedBy.code === assessedBy.today
      ? stepsOf(snapshot, row, records, roles, exemption, scopeGroups)
      : [];
  return { explanation, assessedBy };
}

function stepsOf(
  snapshot: Snapshot,
  row: PersonRow,
  records: readonly RecordVersion[],
  roles: PersonRoles,
  exemption: Exemption | null,
  scopeGroups: GroupsOfPerson,
): ExplanationStep[] {
  const settings: RuleSettings = JSON.parse(snapshot.settings);
  const user = bodyOf<UserBody>(records, 'users');
  if (!user || user.erased) {
    return [];
  }
  return explain(
    {
      objectId: row.object_id,
      user,
      registration: bodyOf<RegistrationBody>(records, 'registrations'),
      report: reportStatusOf(snapshot, row),
      reportRefreshedAt: snapshot.reportRefreshedAt,
      // The row holds the count that the assessment ended with.
      isNewReport: false,
      noRowRuns: row.no_row_runs,
      enabledSince: enabledSinceOf(row),
      roles: toRoles(roles),
      // No rule looks at it.
      asked: askedUnknown,
      failedAt: null,
      isAtRisk: false,
      mailbox:
        bodyOf<MailboxPurposeBody>(records, 'mailbox-purpose')?.purpose ?? null,
      scopeGroups,
      exception: exemption && {
        id: exemption.id,
        until: exemption.until,
        approver: exemption.approvedBy,
        ...(exemption.entraGroup && {
          entraGroup: exemption.entraGroup.name ?? exemption.entraGroup.id,
        }),
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

/** Where the report said nothing, the reason of whoever is in scope names why. */
function reportStatusOf(
  { dataSets }: Snapshot,
  { reason }: PersonRow,
): ReportStatus {
  if (
    reason === 'no-licence' ||
    reason === 'no-permission' ||
    reason === 'report-empty'
  ) {
    return reason;
  }
  return JSON.parse(dataSets).registrations ? 'read' : 'not-read';
}
