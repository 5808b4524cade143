import type {
  ItemVisibility,
  ReviewView,
} from '../../store/reviews/itemConditions';
import type { SnapshotView } from '../../store/asOf/types';
import type { ReviewRow } from '../../store/sql/tables';
import type { ReviewAccess } from './types';

/** A review as of its own snapshot, which is a past one for ever. */
export function reviewView(
  row: Pick<ReviewRow, 'tenant_id' | 'review' | 'snapshot'>,
): ReviewView {
  return {
    review: row.review,
    then: { tenantId: row.tenant_id, snapshot: row.snapshot, newest: false },
  };
}

/** By which refs the caller was asked to decide: none once the review is closed. */
export function askedOf(
  { refs }: Pick<ReviewAccess, 'refs'>,
  { closed_at }: Pick<ReviewRow, 'closed_at'>,
): readonly string[] {
  return closed_at === null ? refs : [];
}

/** Whether the caller sees everybody on each list. */
export function seesAll({ conducts, people }: ReviewAccess): boolean {
  return conducts || people.kind === 'all';
}

/** Which items of a review the caller may see; null where that is all. */
export function visibilityOf(
  access: ReviewAccess,
  now: SnapshotView,
  row: Pick<ReviewRow, 'closed_at'>,
): ItemVisibility | null {
  const { people } = access;
  return seesAll(access)
    ? null
    : {
        people:
          people.kind === 'some' ? { now, criteria: people.criteria } : null,
        assignedTo: askedOf(access, row),
      };
}
