import type { Knex } from 'knex';
import { analyze } from '../sql/analyze';
import type { ReviewRow } from '../sql/tables';
import type { ReviewFacts } from '../../assess/reviews/reviewReasonsOf';
import { assignLeads, assignUsers } from './assignReviewers';
import { insertMembers } from './insertMembers';
import { insertReviewItems, type Listed } from './insertReviewItems';
import type { Membership } from './membersOf';

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

/** Who is on the list of a review: whom a rule finds, with the reasons; or the members of something. */
export type NewList =
  | { rule: (facts: ReviewFacts) => Listed }
  | { members: Membership };

/**
 * Opens a review, makes its list, and gives each person of it to who is asked to decide. Returns its number; null where
 * one of that scope is open already, also where somebody was faster.
 *
 * @param users - who is named, where users are
 * @param claim - what is to happen together with it; where it says no, nothing does
 */
export async function openReview(
  knex: Knex,
  review: NewReview,
  list: NewList,
  users: readonly string[] = [],
  claim?: (trx: Knex.Transaction, number: number) => Promise<boolean>,
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
    if (claim && !(await claim(trx, number))) {
      await trx<ReviewRow>('review')
        .where({ tenant_id: review.tenant_id, review: number })
        .delete();
      return null;
    }
    const view = {
      tenantId: review.tenant_id,
      snapshot: review.snapshot,
      newest: false,
    };
    if ('rule' in list) {
      await insertReviewItems(trx, of, list.rule);
    } else {
      await insertMembers(trx, { review: number, view }, list.members);
    }
    const assigning = { review: number, view, at: review.opened_at };
    if (review.reviewers_kind === 'leads') {
      await assignLeads(trx, assigning);
    } else if (review.reviewers_kind === 'users') {
      await assignUsers(trx, assigning, users);
    }
    await analyze(trx, ['review_item', 'review_assignment']);
    return number;
  });
}
