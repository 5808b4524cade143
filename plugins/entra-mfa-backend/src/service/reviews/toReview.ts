import {
  type Review,
  type ReviewCounts,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { reviewCountsSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { toDate } from '../../store/sql/instant';
import type { ReviewWithSnapshot } from '../../store/reviews/readReviews';

/** A stored review as the contract tells it. */
export function toReview(
  row: ReviewWithSnapshot,
  counts: ReviewCounts,
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
    counts,
  };
}

/** The counts that a review was closed with; null while it is open. */
export function closedCounts({
  counts,
}: Pick<ReviewWithSnapshot, 'counts'>): ReviewCounts | null {
  return counts === null ? null : reviewCountsSchema.parse(JSON.parse(counts));
}
