import type { Knex } from 'knex';
import type { ReviewRow } from '../sql/tables';
import type { ReviewFacts } from '../../assess/reviews/reviewReasonsOf';
import { insertReviewItems, type Listed } from './insertReviewItems';

/** What a review is opened with; its number is the next one. */
export type NewReview = Omit<
  ReviewRow,
  | 'review'
  | 'last_step_at'
  | 'closed_by'
  | 'closed_at'
  | 'close_reason'
  | 'counts'
> & { opened_at: Date; since: Date };

/**
 * Opens a review and makes its list. Returns its number; null where one is open already, also where
 * somebody was faster.
 *
 * @param list - who is on it, and why
 */
export async function openReview(
  knex: Knex,
  review: NewReview,
  list: (facts: ReviewFacts) => Listed,
): Promise<number | null> {
  return knex.transaction(async trx => {
    const [{ last }] = await trx<ReviewRow>('review')
      .where({ tenant_id: review.tenant_id })
      .max({ last: 'review' });
    const opened = await trx<ReviewRow>('review')
      .insert({
        ...review,
        review: Number(last ?? 0) + 1,
        last_step_at: review.opened_at,
      })
      .onConflict()
      .ignore()
      .returning('review');
    if (opened.length === 0) {
      return null;
    }
    const [{ review: number }] = opened;
    const of = {
      tenantId: review.tenant_id,
      review: number,
      snapshot: review.snapshot,
      baseline: review.baseline_snapshot,
    };
    await insertReviewItems(trx, of, list);
    return number;
  });
}
