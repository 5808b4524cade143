import { type ReviewDecided } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { reviewDecisionSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { toDate } from '../../store/sql/instant';
import type { ReviewDecisionRow } from '../../store/sql/tables';

/** A stored decision as the contract tells it. */
export function toDecided(row: ReviewDecisionRow): ReviewDecided {
  return {
    decision: reviewDecisionSchema.parse(row.decision),
    note: row.note,
    by: row.decided_by,
    at: toDate(row.decided_at).toISOString(),
  };
}
