import type { PhoneEnds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { rawBodies } from '../rawTables';

/** Who has until July: a Global Administrator who is active, also through a group, and external users. */
const later = `p.id IN (
  SELECT coalesce(json_extract(g.body, '$.memberId'), json_extract(a.body, '$.principalId'))
    FROM ${rawBodies('role-assignments')} a LEFT JOIN ${rawBodies(
  'role-group-members',
)} g ON json_extract(g.body, '$.groupId') = json_extract(a.body, '$.principalId')
    WHERE json_extract(a.body, '$.roleDefinitionId') = '62e90394-69f5-4237-9190-012177145e10'
  UNION SELECT record_key FROM ${rawBodies('users')}
    WHERE json_extract(body, '$.userPrincipalName') LIKE '%#EXT#%')`;

const phoneOnly = `p.left_out IS NULL AND p.registered = 1 AND p.tier = 'phone'`;

/** How many people of `p` (raw_person) only have a phone, and how many of them until which day. */
export const phoneColumns = `total(${phoneOnly}) AS phoneOnly,
  total(${phoneOnly} AND NOT ${later}) AS february, total(${phoneOnly} AND ${later}) AS july`;

/** The same of what the API tells. */
export function phoneFigures(told: {
  phoneOnly: number | null;
  phoneEnds: PhoneEnds | null;
}) {
  const on = (day: string) =>
    told.phoneEnds?.find(({ date }) => date === day)?.count ?? 0;
  return {
    phoneOnly: told.phoneOnly,
    february: on('2027-02-01'),
    july: on('2027-07-01'),
  };
}
