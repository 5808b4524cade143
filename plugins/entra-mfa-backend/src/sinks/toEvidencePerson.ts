import type {
  PersonState,
  ScopeClass,
  StateReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaEvidencePerson } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { mfaEnabled } from '../assess/mfaEnabled';
import { toDateOrNull } from '../store/sql/instant';
import type { PersonRow } from '../store/sql/tables';
import { toBoolean } from '../store/sql/toBoolean';

/** A person of a snapshot as a sink is told of them. */
export function toEvidencePerson(
  row: PersonRow,
  mail: string | null,
): EntraMfaEvidencePerson {
  const state = row.state as PersonState;
  const isErased = !row.user_principal_name;
  return {
    id: row.object_id,
    userPrincipalName: row.user_principal_name || null,
    mail: isErased ? null : mail,
    displayName: isErased ? null : row.display_name || null,
    state,
    reason: row.reason as StateReason,
    scopeClass: row.scope_class as ScopeClass | null,
    mfaEnabled: mfaEnabled(state),
    methods: JSON.parse(row.methods),
    privileged: toBoolean(row.privileged),
    enabled: toBoolean(row.enabled),
    createdAt: toDateOrNull(row.created_at),
  };
}
