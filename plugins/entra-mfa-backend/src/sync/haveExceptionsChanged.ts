import type { Knex } from 'knex';
import { hasExceptionChange } from '../store/exceptions/hasExceptionChange';
import { toDate } from '../store/instant';
import type { Stand } from '../store/readStand';

/** A step is dated before it is stored: one that came too late for a snapshot may be as old. */
const COMMITTED_WITHIN = 60_000;

/**
 * Whether an exception began or was ended since the last snapshot. One that ends by itself is told
 * by the snapshot: it is the time at which judging again is due.
 */
export async function haveExceptionsChanged(
  knex: Knex,
  tenantId: string,
  { lastSnapshot }: Stand,
): Promise<boolean> {
  if (!lastSnapshot) {
    return false;
  }
  const judgedAt = toDate(lastSnapshot.at).getTime();
  return hasExceptionChange(
    knex,
    tenantId,
    new Date(judgedAt - COMMITTED_WITHIN),
  );
}
