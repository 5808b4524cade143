import type { EntraGroupSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { percent, yesNo, type Columns } from '../Cell';

/** What a file tells of a group of the tenant. */
export const entraGroupColumns: Columns<EntraGroupSummary> = {
  Group: group => group.name,
  'Group id': group => group.id,
  Kind: group => group.kind,
  People: group => group.people,
  Covered: group => group.coverage.covered,
  'Not covered': group => group.coverage.uncovered,
  'Not known': group => group.unknown,
  Exempt: group => group.exempt,
  'Coverage (%)': group => percent(group.coverage.permille),
  'People short of the target': group => group.coverage.short,
  'Target met': group => yesNo(group.coverage.met),
  'Groups inside it that are not read': group => group.notRead,
};
