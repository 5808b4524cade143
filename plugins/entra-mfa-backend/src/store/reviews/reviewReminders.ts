import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { ReviewAssignmentRow, ReviewReminderRow } from '../sql/tables';

/** On which days some reviewers were told of a review since they were last given somebody in it, by their refs. */
export async function readReminded(
  knex: Knex,
  of: { tenantId: string; review: number },
  refs: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const key = { tenant_id: of.tenantId, review: of.review };
  const given = knex<ReviewAssignmentRow>('review_assignment')
    .where(key)
    .andWhere(keyIn(knex, 'reviewer_ref', refs))
    .groupBy('reviewer_ref')
    .select('reviewer_ref')
    .max({ at: 'assigned_at' });
  const rows: ReviewReminderRow[] = await knex({ t: 'review_reminder' })
    .join(given.as('g'), 'g.reviewer_ref', 't.reviewer_ref')
    .where({ 't.tenant_id': of.tenantId, 't.review': of.review })
    .whereRaw('t.sent_at >= g.at')
    .select('t.reviewer_ref', 't.day');
  const days = new Map<string, string[]>();
  for (const { reviewer_ref, day } of rows) {
    days.set(reviewer_ref, [...(days.get(reviewer_ref) ?? []), day]);
  }
  return days;
}

/** Keeps that a reviewer was told. */
export async function insertReminded(
  knex: Knex,
  row: ReviewReminderRow,
): Promise<void> {
  await knex<ReviewReminderRow>('review_reminder')
    .insert(row)
    // Told again on a day on which they were given more.
    .onConflict(['tenant_id', 'review', 'reviewer_ref', 'day'])
    .merge(['sent_at']);
}
