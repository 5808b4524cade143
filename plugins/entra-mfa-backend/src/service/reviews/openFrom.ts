import { ConflictError } from '@backstage/errors';
import { toReasonCode } from '../../assess/reviews/reasonCodes';
import { daysBefore, quarterOf } from '../../assess/reviews/reviewPeriod';
import {
  keepNeedsNote,
  reviewReasonsOf,
} from '../../assess/reviews/reviewReasonsOf';
import { countRolesNotKnown } from '../../store/reviews/countRolesNotKnown';
import { openReview } from '../../store/reviews/openReview';
import { readOpenReview } from '../../store/reviews/readReviews';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';
import { findBaseline } from './findBaseline';

/** Opens a review of a snapshot, and tells its number; throws where another one is open. */
export async function openFrom(
  { knex, clock, config }: Pick<ReadContext, 'knex' | 'clock' | 'config'>,
  found: Found,
  { title, userRef }: { title: string | undefined; userRef: string },
): Promise<number> {
  const { view, snapshot } = found;
  const { noMethodAfterDays } = config.reviews;
  const openedAt = clock.now();
  const baseline = await findBaseline(knex, found);
  const times = {
    at: snapshot.at,
    since: baseline.since,
    oldEnough: daysBefore(snapshot.at, noMethodAfterDays),
  };
  const number = await openReview(
    knex,
    {
      tenant_id: view.tenantId,
      title: title ?? quarterOf(openedAt),
      snapshot: view.snapshot,
      ...baseline,
      no_method_after_days: noMethodAfterDays,
      roles_not_known: await countRolesNotKnown(knex, view),
      opened_by: userRef,
      opened_at: openedAt,
    },
    facts => ({
      reasons: toReasonCode(reviewReasonsOf(facts, times)),
      keepNeedsNote: keepNeedsNote(facts),
    }),
  );
  if (number === null) {
    const open = await readOpenReview(knex, view.tenantId);
    throw new ConflictError(
      `Review ${open} of this tenant is open: close it before the next one is opened`,
    );
  }
  return number;
}
