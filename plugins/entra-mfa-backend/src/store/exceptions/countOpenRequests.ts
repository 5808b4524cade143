import type { Knex } from 'knex';
import { openRequests } from './openRequests';

/** How many of somebody's requests wait for a decision. */
export async function countOpenRequests(
  knex: Knex,
  of: { tenantId: string; requestedBy: string },
  now: Date,
): Promise<number> {
  const [{ requests }] = await openRequests(knex, of.tenantId, now)
    .andWhere({ requested_by: of.requestedBy })
    .count({ requests: '*' });
  return Number(requests);
}
