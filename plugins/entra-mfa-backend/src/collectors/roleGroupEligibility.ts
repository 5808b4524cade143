import { z } from 'zod';
import { dateTime } from './dateTime';
import { pairKey } from './entityRow';
import { orNone } from './orNone';
import type { Collector, RoleGroupEligibilityBody } from './types';
import { NOBODY_ELIGIBLE } from './nobodyEligible';

const row = z.object({
  /** The group that was asked for: see `forEach`. */
  of: z.string().min(1),
  /** Null where Graph knows no such group in Privileged Identity Management, or has no rows of it. */
  row: z
    .object({
      id: z.string().min(1),
      principalId: z.string().min(1),
      groupId: z.string().nullish(),
      accessId: z.string().min(1),
      memberType: orNone(z.string()),
      startDateTime: dateTime,
      endDateTime: dateTime,
    })
    .nullable(),
  /** Only where it was asked for and has no rows: see `keepsNobody`. */
  nobody: z.literal(true).optional(),
});

type Row = z.infer<typeof row>;

/** Rows of another group than the one that was asked for say nothing of it. */
function eligibleIn({ of, row: eligible }: Row) {
  return eligible !== null &&
    (eligible.groupId ?? of).toLowerCase() === of.toLowerCase()
    ? eligible
    : null;
}

const isMember = ({ accessId }: { accessId: string }) =>
  accessId.toLowerCase() === 'member';

/**
 * Who can become a member of a group that holds roles (PIM for Groups), and with it hold them. Graph
 * gives it for one group at a time. Who can become an owner is not kept: an owner manages the members
 * of a group and has nothing of what the group holds, and owners who are so for good are not read
 * either.
 */
export const roleGroupEligibility: Collector<Row> = {
  id: 'role-group-eligibility',
  title: 'Eligible members of groups with roles',
  source: 'graph',
  endpoint:
    '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances',
  query: { $filter: "groupId eq '{id}'" },
  pace: 'directory',
  permission: 'PrivilegedEligibilitySchedule.Read.AzureADGroup',
  licence: 'Microsoft Entra ID P2 or Governance',
  withoutLicence: NOBODY_ELIGIBLE,
  why: 'To know who can become a member of a group that holds a directory role',
  documentation:
    'https://learn.microsoft.com/graph/api/privilegedaccessgroup-list-eligibilityscheduleinstances',
  required: 'no',
  optional: 'licence',
  doubtLoss: 'tenth',
  onlyWhileGiven: true,
  forEach: 'role-principals-and-nested',
  keepsNotFound: true,
  keepsNobody: true,
  leadsTo(one) {
    const eligible = eligibleIn(one);
    return eligible && isMember(eligible)
      ? eligible.principalId.toLowerCase()
      : null;
  },
  row,
  toRecords(one) {
    const groupId = one.of.toLowerCase();
    const nobody = {
      key: pairKey('', groupId),
      body: { groupId, nobody: true },
    };
    if (one.row === null) {
      return [one.nobody ? nobody : { ...nobody, body: { groupId } }];
    }
    const eligible = eligibleIn(one);
    if (!eligible) {
      return [];
    }
    if (!isMember(eligible)) {
      return [nobody];
    }
    const { id, memberType, startDateTime, endDateTime } = eligible;
    const principalId = eligible.principalId.toLowerCase();
    const body: RoleGroupEligibilityBody = {
      principalId,
      groupId,
      ...(memberType && { memberType }),
      ...(startDateTime && { startDateTime }),
      ...(endDateTime && { endDateTime }),
    };
    const key = pairKey(`${principalId}|${groupId}`, id);
    return [{ key, body: { ...body } }];
  },
};
