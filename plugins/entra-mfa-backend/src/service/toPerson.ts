import { type Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  markSchema,
  reasonSchema,
  scopeClassSchema,
  stateSchema,
  tierSchema,
} from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { toBoolean } from '../store/sql/toBoolean';
import { toDate, toDateOrNull } from '../store/sql/instant';
import type { PersonRow } from '../store/sql/tables';

/**
 * A stored person as the contract tells them.
 *
 * @param firstReadAt - when the tenant's history begins, where it matters since when the person is so
 */
export function toPerson(
  row: PersonRow,
  teams: Person['teams'] | undefined,
  exception?: Person['exception'],
  firstReadAt: Date | null = null,
): Person {
  const since = toDate(row.since);
  return {
    tenant: row.tenant_id,
    id: row.object_id,
    displayName: row.display_name,
    userPrincipalName: row.user_principal_name,
    entityRef: row.entity_ref,
    state: stateSchema.parse(row.state),
    reason: reasonSchema.parse(row.reason),
    scopeClass: scopeClassSchema.nullable().parse(row.scope_class),
    scopeRule: row.scope_rule,
    registered: toBoolean(row.registered),
    capable: toBoolean(row.capable),
    tier: tierSchema.nullable().parse(row.tier),
    methods: JSON.parse(row.methods),
    marks: markSchema.array().parse(JSON.parse(row.marks)),
    phoneEnds: row.phone_ends,
    privileged: toBoolean(row.privileged),
    teams: teams ?? [],
    ...(exception && { exception }),
    since: since.toISOString(),
    ...(firstReadAt && since <= firstReadAt && { sinceFirstRead: true }),
    createdAt: toDateOrNull(row.created_at)?.toISOString() ?? null,
    enabled: toBoolean(row.enabled),
    enablementSince: toDateOrNull(row.enablement_since)?.toISOString() ?? null,
    leaveAt: toDateOrNull(row.leave_at)?.toISOString() ?? null,
  };
}
