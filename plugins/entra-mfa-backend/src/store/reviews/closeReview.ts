import type { ReviewCounts } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { ReviewRow } from '../sql/tables';

/** Closes a review with its counts, within a `reviewStep`. */
export async function closeReview(
  trx: Knex.Transaction,
  of: { tenantId: string; review: number },
  closing: {
    by: string;
    at: Date;
    reason: string | null;
    counts: ReviewCounts;
  },
): Promise<void> {
  await trx<ReviewRow>('review')
    .where({ tenant_id: of.tenantId, review: of.review, closed_at: null })
    .update({
      closed_by: closing.by,
      closed_at: closing.at,
      close_reason: closing.reason,
      counts: JSON.stringify(closing.counts),
    });
}
