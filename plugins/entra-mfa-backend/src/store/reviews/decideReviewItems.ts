import type { Knex } from 'knex';
import type { ReviewDecisionRow, ReviewItemRow } from '../sql/tables';
import { itemsOf, type ItemFilter, type ReviewView } from './itemConditions';

/** What is decided, and by whom. */
export type NewDecision = Pick<
  ReviewDecisionRow,
  'decision' | 'note' | 'decided_by'
> & { decided_at: Date };

/**
 * Decides on the items of a filter, within a `reviewStep`. Each decision is added to the record, and
 * the item shows the last one.
 */
export async function decideReviewItems(
  trx: Knex.Transaction,
  of: ReviewView,
  filter: ItemFilter,
  decision: NewDecision,
): Promise<number> {
  const { tenantId } = of.then;
  const made = itemsOf(trx, of, null, filter)
    .join({ r: 'review' }, join =>
      join.on('r.tenant_id', 'i.tenant_id').andOn('r.review', 'i.review'),
    )
    .select(
      'i.tenant_id',
      'i.review',
      'i.object_id',
      trx.raw('i.decisions + 1'),
      trx.raw('?, ?, ?', [
        decision.decision,
        decision.note,
        decision.decided_by,
      ]),
      // The time of the step: a bound one would have no type here.
      'r.last_step_at',
    );
  await trx
    .into(
      trx.raw(
        `review_decision (tenant_id, review, object_id, step,
          decision, note, decided_by, decided_at)`,
      ),
    )
    .insert(made);
  return trx<ReviewItemRow>('review_item')
    .where({ tenant_id: tenantId, review: of.review })
    .whereIn('object_id', added =>
      added
        .from({ d: 'review_decision' })
        .select('d.object_id')
        .where('d.tenant_id', tenantId)
        .andWhere('d.review', of.review)
        .whereRaw('d.step = review_item.decisions + 1'),
    )
    .update({ ...decision, decisions: trx.raw('decisions + 1') });
}
