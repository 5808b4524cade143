import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { ReviewDecisionRow } from '../sql/tables';

/** Every decision that was made on some people of a review, the newest first, by object id. */
export async function readReviewDecisions(
  knex: Knex,
  of: { tenantId: string; review: number },
  objectIds: readonly string[],
): Promise<Map<string, ReviewDecisionRow[]>> {
  const rows = await knex<ReviewDecisionRow>('review_decision')
    .where({ tenant_id: of.tenantId, review: of.review })
    .andWhere(keyIn(knex, 'object_id', objectIds))
    .orderBy([{ column: 'object_id' }, { column: 'step', order: 'desc' }])
    .select('*');
  const decisions = new Map<string, ReviewDecisionRow[]>();
  for (const row of rows) {
    const made = decisions.get(row.object_id) ?? [];
    made.push(row);
    decisions.set(row.object_id, made);
  }
  return decisions;
}
