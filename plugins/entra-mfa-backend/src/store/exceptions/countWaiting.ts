import type { Knex } from 'knex';
import { exceptionStateIn } from './exceptionStateIn';

/** How many exceptions wait for a decision now, but for those that somebody asked for. */
export async function countWaiting(
  knex: Knex,
  { tenantId, but }: { tenantId: string; but: string | null },
  now: Date,
): Promise<number> {
  const query = knex({ e: 'exception' })
    .where('e.tenant_id', tenantId)
    .whereRaw(`(?) = 'requested'`, [exceptionStateIn(knex, now, true)])
    .count({ exceptions: '*' });
  if (but !== null) {
    query.whereNot('e.requested_by', but);
  }
  const [{ exceptions }] = await query;
  return Number(exceptions);
}
