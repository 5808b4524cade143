import {
  type Review,
  type ReviewCounts,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { reviewCountsSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { dayOf, daysBetween } from '../../assess/exceptions/days';
import { toDate } from '../../store/sql/instant';
import type { ReviewWithSnapshot } from '../../store/reviews/readReviews';

/** What is told of a review beside what is stored with it. */
export interface ToldBeside
  extends Pick<Review, 'mine' | 'handovers' | 'followUp'> {
  now: Date;
  /** Null for who does not see everybody on the list. */
  reviewers: Omit<Review['reviewers'], 'kind'> | null;
}

/** A stored review as the contract tells it. */
export function toReview(
  row: ReviewWithSnapshot,
  counts: ReviewCounts,
  { now, reviewers, handovers, mine, followUp }: ToldBeside,
): Review {
  return {
    tenant: row.tenant_id,
    number: row.review,
    title: row.title,
    snapshot: {
      number: row.snapshot,
      at: toDate(row.snapshot_at).toISOString(),
      rulesVersion: row.rules_version,
    },
    compared: {
      snapshot: row.baseline_snapshot,
      since: toDate(row.since).toISOString(),
      review: row.previous_review,
    },
    noMethodAfterDays: row.no_method_after_days,
    rolesNotKnown: row.roles_not_known,
    opened: {
      by: row.opened_by,
      at: toDate(row.opened_at).toISOString(),
    },
    closed:
      row.closed_by === null || row.closed_at === null
        ? null
        : {
            by: row.closed_by,
            at: toDate(row.closed_at).toISOString(),
            reason: row.close_reason,
          },
    scope: {
      kind: row.scope_kind,
      id: row.scope_id || null,
      name: row.scope_name,
    },
    due:
      row.due_on === null
        ? null
        : {
            on: row.due_on,
            daysLeft:
              row.closed_at === null
                ? daysBetween(dayOf(now), row.due_on)
                : null,
          },
    schedule: row.schedule_id,
    reviewers: {
      kind: row.reviewers_kind,
      ...(reviewers ?? { progress: [], more: 0, unassigned: null }),
    },
    handovers,
    mine,
    followUp,
    counts,
  };
}

/** The counts that a review was closed with; null while it is open. */
export function closedCounts({
  counts,
}: Pick<ReviewWithSnapshot, 'counts'>): ReviewCounts | null {
  return counts === null ? null : reviewCountsSchema.parse(JSON.parse(counts));
}
