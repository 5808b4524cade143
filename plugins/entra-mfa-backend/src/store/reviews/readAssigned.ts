import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { ReviewAssignmentRow } from '../sql/tables';

/** Who was asked to decide on some people of a review, by object id, sorted. */
export async function readAssigned(
  knex: Knex,
  of: { tenantId: string; review: number },
  objectIds: readonly string[],
): Promise<(objectId: string) => string[]> {
  const rows = await knex<ReviewAssignmentRow>('review_assignment')
    .where({ tenant_id: of.tenantId, review: of.review })
    .andWhere(keyIn(knex, 'object_id', ['', ...objectIds]))
    .orderBy('reviewer_ref')
    .select('object_id', 'reviewer_ref');
  return objectId =>
    rows
      .filter(row => row.object_id === '' || row.object_id === objectId)
      .map(row => row.reviewer_ref);
}
