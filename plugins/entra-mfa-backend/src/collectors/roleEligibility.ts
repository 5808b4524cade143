import { z } from 'zod';
import { dateTime } from './dateTime';
import { orNone } from './orNone';
import { roleRecord } from './roleRecord';
import type { Collector } from './types';
import { NOBODY_ELIGIBLE } from './nobodyEligible';

const row = z.object({
  id: z.string().min(1),
  principalId: z.string().min(1),
  roleDefinitionId: z.string().min(1),
  directoryScopeId: orNone(z.string()),
  memberType: orNone(z.string()),
  startDateTime: dateTime,
  endDateTime: dateTime,
});

type Row = z.infer<typeof row>;

/** Who can activate which directory role. Only Entra ID P2 or Governance has it. */
export const roleEligibility: Collector<Row> = {
  id: 'role-eligibility',
  title: 'Eligible role assignments',
  source: 'graph',
  endpoint: '/roleManagement/directory/roleEligibilityScheduleInstances',
  query: {},
  pace: 'directory',
  permission: 'RoleManagement.Read.Directory',
  licence: 'Microsoft Entra ID P2 or Governance',
  withoutLicence: NOBODY_ELIGIBLE,
  why: 'To know who can activate a directory role',
  documentation:
    'https://learn.microsoft.com/graph/api/rbacapplication-list-roleeligibilityscheduleinstances',
  required: 'no',
  optional: 'licence',
  doubtLoss: 'tenth',
  onlyWhileGiven: true,
  row,
  toRecords: eligibility => [roleRecord(eligibility)],
};
