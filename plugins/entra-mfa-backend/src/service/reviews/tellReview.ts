import {
  reviewHandoversTold,
  type Review,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { countReviewItems } from '../../store/reviews/countReviewItems';
import {
  countGiven,
  countUnassigned,
  readReviewers,
} from '../../store/reviews/countReviewers';
import { countStillMembers } from '../../store/reviews/followUp';
import { readHandovers } from '../../store/reviews/handOver';
import type { ReviewWithSnapshot } from '../../store/reviews/readReviews';
import { toDate } from '../../store/sql/instant';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';
import { askedOf, reviewView, seesAll, visibilityOf } from './reviewView';
import { membershipIn } from './scopeIn';
import { closedCounts, toReview } from './toReview';
import type { ReviewAccess } from './types';

/** Of how many reviewers a review tells how far they are. */
const MOST_REVIEWERS = 20;

type Context = Pick<ReadContext, 'knex' | 'config' | 'clock'>;

/**
 * Tells a review to a caller, with the counts of whom they may see.
 *
 * @param alone - whether it is told who gave whom to another reviewer, and what became of whom access was to go from
 */
export async function tellReview(
  context: Context,
  row: ReviewWithSnapshot,
  found: Found,
  access: ReviewAccess,
  alone: boolean,
): Promise<Review> {
  const { knex, clock } = context;
  const of = reviewView(row);
  const visibility = visibilityOf(access, found.view, row);
  const counts =
    (visibility ? null : closedCounts(row)) ??
    (await countReviewItems(knex, of, visibility));
  return toReview(row, counts, {
    now: clock.now(),
    reviewers: seesAll(access) ? await reviewers(context, row, counts) : null,
    handovers: alone && seesAll(access) ? await handovers(context, row) : [],
    mine: await mine(context, row, access),
    followUp:
      alone && row.closed_at !== null && seesAll(access)
        ? await followUp(context, row, found)
        : null,
  });
}

async function reviewers(
  { knex }: Context,
  row: ReviewWithSnapshot,
  { items, open }: Review['counts'],
) {
  if (row.reviewers_kind === 'conductor') {
    return { progress: [], more: 0, unassigned: { items, open } };
  }
  const of = reviewView(row);
  const all = await readReviewers(knex, of);
  return {
    progress: all.slice(0, MOST_REVIEWERS),
    more: Math.max(all.length - MOST_REVIEWERS, 0),
    unassigned:
      row.reviewers_kind === 'users'
        ? { items: 0, open: 0 }
        : await countUnassigned(knex, of),
  };
}

async function handovers(
  { knex }: Context,
  row: ReviewWithSnapshot,
): Promise<Review['handovers']> {
  const rows = await readHandovers(knex, reviewView(row), reviewHandoversTold);
  return rows.map(one => ({
    from: one.from_ref,
    to: one.to_ref,
    items: one.items,
    by: one.given_by,
    at: toDate(one.given_at).toISOString(),
  }));
}

async function mine(
  { knex }: Context,
  row: ReviewWithSnapshot,
  access: ReviewAccess,
): Promise<Review['mine']> {
  const refs = askedOf(access, row);
  return row.reviewers_kind === 'conductor' || refs.length === 0
    ? { items: 0, open: 0 }
    : countGiven(knex, reviewView(row), refs);
}

async function followUp(
  context: Context,
  row: ReviewWithSnapshot,
  found: Found,
): Promise<Review['followUp']> {
  if (row.scope_kind === 'risks') {
    return null;
  }
  const now = await membershipIn(context, found, row);
  const { toRemove, still } = await countStillMembers(
    context.knex,
    reviewView(row),
    now,
  );
  return now
    ? { toRemove, still, removed: toRemove - still, notKnown: 0 }
    : { toRemove, still: 0, removed: 0, notKnown: toRemove };
}
