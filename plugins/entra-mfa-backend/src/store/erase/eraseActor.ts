import type { Knex } from 'knex';
import type { Erased, PersonRef } from './types';

/** Columns with the ref of a user who did something, and when it was done. */
const steps = [
  ['exception', 'requested_by', 'requested_at'],
  ['exception', 'decided_by', 'decided_at'],
  ['exception', 'ended_by', 'ended_at'],
  ['hold', 'released_by', 'released_at'],
  ['review', 'opened_by', 'opened_at'],
  ['review', 'closed_by', 'closed_at'],
  ['review_item', 'decided_by', 'decided_at'],
  ['review_decision', 'decided_by', 'decided_at'],
  ['review_assignment', 'reviewer_ref', 'assigned_at'],
  ['review_reminder', 'reviewer_ref', 'sent_at'],
  ['review_handover', 'from_ref', 'given_at'],
  ['review_handover', 'to_ref', 'given_at'],
  ['review_handover', 'given_by', 'given_at'],
  ['review_schedule', 'created_by', 'created_at'],
  ['review_schedule', 'changed_by', 'changed_at'],
  ['review_schedule_user', 'reviewer_ref', 'named_at'],
  ['break_glass_drill', 'recorded_by', 'recorded_at'],
  ['reminder_campaign', 'created_by', 'created_at'],
  ['reminder_campaign', 'changed_by', 'changed_at'],
  ['assessment', 'prepared_by', 'prepared_at'],
  ['assessment_step', 'taken_by', 'taken_at'],
  ['assessment_comment', 'written_by', 'written_at'],
  ['assessment_auditor', 'auditor_ref', 'assigned_at'],
  ['erasure', 'erased_by', 'erased_at'],
  ['connection_event_user', 'user_ref', 'at'],
  ['connect_request', 'asked_by', 'asked_at'],
  ['forgetting', 'asked_by', 'asked_at'],
  ['forgetting', 'approved_by', 'approved_at'],
  ['forgetting', 'stopped_by', 'stopped_at'],
] as const;

/** Columns with the ref of a user in what was assessed. A set of one owner is called as the owner. */
const assessed = [
  ['person', 'entity_ref'],
  ['person_entity', 'entity_ref'],
  ['team_lead', 'lead_ref'],
  ['owner_set', 'owner_ref'],
  ['owner_set', 'owner_set'],
  ['owner_coverage', 'owner_set'],
  ['owned_entity', 'owner_set'],
] as const;

/** Puts another ref in the place of one of the person's, wherever they did something or were named. */
export async function eraseActor(
  trx: Knex.Transaction,
  { tenantId, objectId }: Erased,
  { ref, erased, span }: PersonRef,
): Promise<void> {
  for (const [table, column, time] of steps) {
    const query = trx(table).where({ tenant_id: tenantId, [column]: ref });
    if (span) {
      query.whereBetween(time, [span.times[0], span.times[1]]);
    }
    await query.update({ [column]: erased });
  }
  for (const [table, column] of assessed) {
    const query = trx(table).where({ tenant_id: tenantId, [column]: ref });
    if (table === 'person' || table === 'person_entity') {
      query.where('object_id', objectId);
    } else if (span) {
      query
        .where('from_snapshot', '<', span.snapshots[1])
        .where('to_snapshot', '>', span.snapshots[0]);
    }
    await query.update({ [column]: erased });
  }
  const unmatched = trx('unmatched').where({
    tenant_id: tenantId,
    kind: 'catalog-user',
    unmatched_key: ref,
  });
  if (span) {
    unmatched
      .where('from_snapshot', '<', span.snapshots[1])
      .where('to_snapshot', '>', span.snapshots[0]);
  }
  await unmatched.update({ unmatched_key: erased, label: erased });
}
