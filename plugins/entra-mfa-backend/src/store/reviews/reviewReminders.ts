import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { ReviewReminderRow } from '../sql/tables';

/** On which days some reviewers were told of a review, by their refs. */
export async function readReminded(
  knex: Knex,
  of: { tenantId: string; review: number },
  refs: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await knex<ReviewReminderRow>('review_reminder')
    .where({ tenant_id: of.tenantId, review: of.review })
    .andWhere(keyIn(knex, 'reviewer_ref', refs))
    .select('reviewer_ref', 'day');
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
    .onConflict()
    .ignore();
}
