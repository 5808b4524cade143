import type { Knex } from 'knex';
import { dayOf } from '../../assess/exceptions/days';
import type { ExceptionRow, ReviewRow } from '../sql/tables';

/** Exceptions that were in force at some time between two moments, and those that were at the later one. */
export async function countInForce(
  knex: Knex,
  tenantId: string,
  { from, until }: { from: Date; until: Date },
): Promise<{ inForce: number; atEnd: number }> {
  const since = async (moment: Date) => {
    const [{ found }] = await knex<ExceptionRow>('exception')
      .where({ tenant_id: tenantId, decision: 'approved' })
      .andWhere('decided_at', '<=', until)
      .andWhere('until', '>=', dayOf(moment))
      .andWhere(query =>
        query.whereNull('ended_at').orWhere('ended_at', '>', moment),
      )
      .count({ found: '*' });
    return Number(found);
  };
  return { inForce: await since(from), atEnd: await since(until) };
}

/** How many access reviews were closed between two moments. */
export async function countReviewsClosed(
  knex: Knex,
  tenantId: string,
  { from, until }: { from: Date; until: Date },
): Promise<number> {
  const [{ found }] = await knex<ReviewRow>('review')
    .where({ tenant_id: tenantId })
    .whereBetween('closed_at', [from, until])
    .count({ found: '*' });
  return Number(found);
}
