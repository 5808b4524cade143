import { readReviewsToDecide } from '../../store/reviews/readReviews';
import type { Caller } from '../routes/Caller';
import type { ReadContext } from '../types';

/** Whether the caller, or a group that they are in, was asked to decide in an open review of the tenant. */
export async function isReviewer(
  { knex, snapshots }: ReadContext,
  query: object,
  caller: Caller,
): Promise<boolean> {
  const refs = await caller.refs();
  const { tenant } = query as { tenant?: string };
  const tenantId = refs.length > 0 ? await snapshots.tenantOf(tenant) : null;
  return (
    tenantId !== null &&
    (await readReviewsToDecide(knex, tenantId, refs)).length > 0
  );
}
