import { tiers } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Enablement } from '../assess/enablement';
import type { Assessment } from '../assess/types';
import type { UserBody } from '../collectors/types';
import { toBoolean } from '../store/sql/toBoolean';
import { personRank } from '../store/sql/personRank';
import { foldText } from '../store/sql/foldText';
import { toDate, toDateOrNull } from '../store/sql/instant';
import type { PersonRow } from '../store/sql/tables';
import { sortName } from '../store/sql/sortName';

/** What the store keeps of one assessed person. */
export interface NewPersonRow
  extends Omit<PersonRow, 'tenant_id' | 'from_snapshot' | 'to_snapshot'> {
  registered: boolean | null;
  capable: boolean | null;
  privileged: boolean | null;
  enabled: boolean | null;
  enablement_since: Date | null;
  leave_at: Date | null;
  since: Date;
  created_at: Date | null;
}

/** What is known of a person besides the assessment. */
export interface KnownPerson {
  objectId: string;
  user: UserBody;
  enablement: Enablement;
  leaveAt: Date | null;
  entityRef: string | null;
}

/**
 * Puts an assessment into a row.
 *
 * @param last - the row that is true now: `since` stays while the state does
 * @param at - the snapshot's time
 */
export function personRow(
  { objectId, user, enablement, leaveAt, entityRef }: KnownPerson,
  assessment: Assessment,
  last: PersonRow | null,
  at: Date,
): NewPersonRow {
  const { displayName } = user;
  const { tier, privileged } = assessment;
  return {
    object_id: objectId,
    display_name: displayName,
    user_principal_name: user.userPrincipalName,
    sort_name: sortName(displayName),
    search_text: foldText(`${displayName}\n${user.userPrincipalName}`),
    entity_ref: entityRef,
    state: assessment.state,
    reason: assessment.reason,
    scope_class: assessment.scopeClass,
    registered: assessment.registered,
    capable: assessment.capable,
    tier,
    tier_rank: tier === null ? -1 : tiers.indexOf(tier),
    methods: JSON.stringify(assessment.methods),
    marks: JSON.stringify(assessment.marks),
    privileged,
    privileged_rank: personRank(assessment),
    no_row_runs: assessment.noRowRuns,
    enabled: enablement.enabled,
    enablement_since: enablement.since,
    leave_at: leaveAt,
    since: last?.state === assessment.state ? toDate(last.since) : at,
    created_at: user.createdDateTime ? new Date(user.createdDateTime) : null,
    scope_rule: assessment.scopeRule,
    exception_id: assessment.exceptionId,
    phone_ends: assessment.phoneEnds,
  };
}

/** Whether a row says the same as the one that is true now, so that it need not be written. */
export function isSameRow(row: NewPersonRow, last: PersonRow): boolean {
  return (
    row.state === last.state &&
    row.reason === last.reason &&
    row.scope_class === last.scope_class &&
    row.tier === last.tier &&
    row.methods === last.methods &&
    row.marks === last.marks &&
    row.registered === toBoolean(last.registered) &&
    row.capable === toBoolean(last.capable) &&
    row.privileged === toBoolean(last.privileged) &&
    row.no_row_runs === last.no_row_runs &&
    row.enabled === toBoolean(last.enabled) &&
    isSameTime(row.enablement_since, last.enablement_since) &&
    isSameTime(row.leave_at, last.leave_at) &&
    row.entity_ref === last.entity_ref &&
    row.scope_rule === last.scope_rule &&
    row.exception_id === last.exception_id &&
    row.phone_ends === last.phone_ends &&
    row.display_name === last.display_name &&
    row.user_principal_name === last.user_principal_name &&
    isSameTime(row.created_at, last.created_at)
  );
}

function isSameTime(
  time: Date | null,
  stored: PersonRow['created_at'],
): boolean {
  return time?.getTime() === toDateOrNull(stored)?.getTime();
}
