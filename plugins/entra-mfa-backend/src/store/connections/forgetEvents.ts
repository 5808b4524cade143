import type { Knex } from 'knex';
import { withoutGuards } from '../sql/withoutGuards';

/** What is younger is kept, whatever the configuration says: in days. */
const LEAST_TRAIL_DAYS = 365;

const GUARD = {
  table: 'connection_event',
  trigger: 'connection_event_delete',
};

/**
 * Removes the oldest events of a tenant, as many as a batch holds, and says how many: the one way in which a row
 * leaves the trail. The newest event always stays.
 *
 * The trigger that refuses it is away only within the transaction. Others see it there all the time: PostgreSQL
 * has who would write wait for the end, and SQLite has one writer.
 */
export async function forgetEvents(
  knex: Knex,
  tenantId: string,
  { before, batch, now }: { before: Date; batch: number; now: Date },
): Promise<number> {
  const least = new Date(now.getTime() - LEAST_TRAIL_DAYS * 86_400_000);
  if (before > least) {
    throw new Error(
      `The audit trail of the last ${LEAST_TRAIL_DAYS} days is not removed`,
    );
  }
  return knex.transaction(async trx => {
    const events = () => trx('connection_event').where({ tenant_id: tenantId });
    const [all] = await events()
      .min({ oldest: 'sequence' })
      .max({ newest: 'sequence' });
    // A clock that went back leaves old times behind younger ones: what stays has no gap.
    const [kept] = await events()
      .andWhere('at', '>=', before)
      .min({ first: 'sequence' });
    const end = Math.min(
      kept.first ?? all.newest,
      all.newest,
      all.oldest + batch,
    );
    if (!(all.oldest < end)) {
      return 0;
    }
    const removed: number = await withoutGuards(trx, [GUARD], () =>
      events().andWhere('sequence', '<', end).delete(),
    );
    await trx('connection_event_user')
      .where({ tenant_id: tenantId })
      .andWhere('sequence', '<', end)
      .delete();
    return removed;
  });
}
