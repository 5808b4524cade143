import type { Knex } from 'knex';
import { openRequests } from './openRequests';

/** How many requests wait for a decision, but for those of somebody. */
export async function countWaiting(
  knex: Knex,
  { tenantId, but }: { tenantId: string; but: string | null },
  now: Date,
): Promise<number> {
  const query = openRequests(knex, tenantId, now);
  if (but !== null) {
    query.whereNot('requested_by', but);
  }
  const [{ requests }] = await query.count({ requests: '*' });
  return Number(requests);
}
