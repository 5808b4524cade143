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

/** Which items the caller may see; null where that is all. */
export function visibilityOf(
  { conducts, people }: ReviewAccess,
  now: SnapshotView,
): ItemVisibility | null {
  return conducts || people.kind !== 'some'
    ? null
    : { now, criteria: people.criteria };
}
