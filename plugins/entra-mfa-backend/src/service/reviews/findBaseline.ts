import {
  daysBefore,
  FIRST_REVIEW_DAYS,
} from '../../assess/reviews/reviewPeriod';
import { toDate } from '../../store/sql/instant';
import { readSnapshotAt } from '../../store/asOf/readSnapshot';
import { readKeptFrom } from '../../store/asOf/keptFrom';
import { readLastClosed } from '../../store/reviews/readReviews';
import type { Found } from '../Snapshots';
import type { Knex } from 'knex';

/** What a list is compared with. */
export interface Baseline {
  baseline_snapshot: number;
  since: Date;
  previous_review: number | null;
}

/**
 * What a review is compared with: the snapshot of the one that was closed last, or how it was 90 days
 * before; where what is kept of people begins later, its beginning.
 */
export async function findBaseline(
  knex: Knex,
  { snapshot, view }: Found,
): Promise<Baseline> {
  const { people_from: kept } = await readKeptFrom(knex, view.tenantId);
  const last = await readLastClosed(knex, view.tenantId);
  if (last) {
    return {
      baseline_snapshot: Math.max(last.snapshot, kept),
      since: toDate(last.snapshot_at),
      previous_review: last.review,
    };
  }
  const since = daysBefore(snapshot.at, FIRST_REVIEW_DAYS);
  const before = await readSnapshotAt(knex, view.tenantId, since);
  return {
    // Numbered without gaps from 1.
    baseline_snapshot: Math.max(before?.number ?? 1, kept),
    since,
    previous_review: null,
  };
}
