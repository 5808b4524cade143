import type { BodyOf } from '../types';
import type { Knex } from 'knex';
import { refuseClose } from '../../assess/reviews/refusals';
import { toDateOrNull } from '../../store/sql/instant';
import { closeReview } from '../../store/reviews/closeReview';
import { countReviewItems } from '../../store/reviews/countReviewItems';
import { readItemNames } from '../../store/reviews/readReviewItems';
import type { ReviewRow } from '../../store/sql/tables';
import { throwRefusal } from '../exceptions/throwRefusal';
import { reviewView } from './reviewView';

const NAMED = 5;

/** Closes a review with its counts where the rules let it be, within a step of it. */
export async function closeWith(
  trx: Knex.Transaction,
  row: ReviewRow,
  body: BodyOf<'closeReview'>,
  { userRef, at }: { userRef: string; at: Date },
): Promise<void> {
  const of = reviewView(row);
  const counts = await countReviewItems(trx, of, null);
  const undecided = { decision: ['open'] as const };
  throwRefusal(
    refuseClose(body, {
      closedAt: toDateOrNull(row.closed_at),
      open: counts.open,
      openNames: await readItemNames(trx, of, undecided, NAMED),
    }),
  );
  await closeReview(
    trx,
    { tenantId: row.tenant_id, review: row.review },
    { by: userRef, at, reason: body.reason ?? null, counts },
  );
}
