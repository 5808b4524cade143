import { tiers } from 'backstage-plugin-entra-mfa-common';
import type { Assessment } from '../assess/types';
import type { UserBody } from '../collectors/types';
import { flag } from '../store/flag';
import { toDate, toDateOrNull } from '../store/instant';
import type { PersonRow } from '../store/tables';
import { sortName } from './sortName';

/** What the store keeps of one judged person. */
export interface NewPersonRow
  extends Omit<PersonRow, 'tenant_id' | 'from_snapshot' | 'to_snapshot'> {
  registered: boolean | null;
  capable: boolean | null;
  privileged: boolean | null;
  since: Date;
  created_at: Date | null;
}

/**
 * Puts a judgement into a row.
 *
 * @param last - the row that is true now: `since` stays while the state does
 * @param at - the snapshot's time
 */
export function personRow(
  objectId: string,
  user: UserBody,
  assessment: Assessment,
  entityRef: string | null,
  last: PersonRow | null,
  at: Date,
): NewPersonRow {
  const displayName = user.displayName || user.userPrincipalName;
  const { tier, privileged } = assessment;
  return {
    object_id: objectId,
    display_name: displayName,
    user_principal_name: user.userPrincipalName,
    sort_name: sortName(displayName),
    search_text: `${displayName}\n${user.userPrincipalName}`.toLowerCase(),
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
    privileged_rank: privileged ? 0 : 1,
    no_row_runs: assessment.noRowRuns,
    since: last?.state === assessment.state ? toDate(last.since) : at,
    created_at: user.createdDateTime ? new Date(user.createdDateTime) : null,
    exception_id: assessment.exceptionId,
    phone_ends: assessment.phoneEnds,
  };
}

/** Whether a row says the same as the one that is true now, so that it need not be written. */
export function saysTheSame(row: NewPersonRow, last: PersonRow): boolean {
  return (
    row.state === last.state &&
    row.reason === last.reason &&
    row.scope_class === last.scope_class &&
    row.tier === last.tier &&
    row.methods === last.methods &&
    row.marks === last.marks &&
    row.registered === flag(last.registered) &&
    row.capable === flag(last.capable) &&
    row.privileged === flag(last.privileged) &&
    row.no_row_runs === last.no_row_runs &&
    row.entity_ref === last.entity_ref &&
    row.exception_id === last.exception_id &&
    row.phone_ends === last.phone_ends &&
    row.display_name === last.display_name &&
    row.user_principal_name === last.user_principal_name &&
    row.created_at?.getTime() === toDateOrNull(last.created_at)?.getTime()
  );
}
