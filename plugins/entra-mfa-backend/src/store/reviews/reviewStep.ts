import type { Knex } from 'knex';
import type { ReviewRow } from '../sql/tables';
import { readReview, type ReviewWithSnapshot } from './readReviews';

/**
 * Takes a step in a review, of one piece: no other one is taken meanwhile, and none after it was
 * closed. The step is given the review as it is then; null where there is none.
 */
export async function reviewStep<T>(
  knex: Knex,
  of: { tenantId: string; review: number },
  now: Date,
  take: (
    trx: Knex.Transaction,
    review: ReviewWithSnapshot | null,
  ) => Promise<T>,
): Promise<T> {
  return knex.transaction(async trx => {
    // The row stays locked to the end of the transaction.
    await trx<ReviewRow>('review')
      .where({ tenant_id: of.tenantId, review: of.review, closed_at: null })
      .update({ last_step_at: now });
    return take(trx, await readReview(trx, of));
  });
}
