import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { ReviewAssignmentRow, ReviewHandoverRow } from '../sql/tables';
import { itemsOf, type ItemFilter, type ReviewView } from './itemConditions';

/** Between whom people of a review are handed over. */
export interface Handover {
  from: string;
  to: string;
  /** Who the reviewer of before and the other one are: nobody decides on themselves. */
  fromIds: readonly string[];
  toIds: readonly string[];
}

/** Whom a reviewer has left; without some, where they are given. */
export const leftTo = (
  ref: string,
  except: readonly string[] = [],
): ItemFilter => ({ decision: ['open'], assignedTo: [ref], except });

/**
 * Gives whom a reviewer has left to another one, within a step of the review; who was decided stays with the reviewer of
 * before. A few statements, however many people.
 */
export async function handOver(
  trx: Knex.Transaction,
  of: ReviewView,
  { from, to, fromIds, toIds }: Handover,
): Promise<void> {
  const given = itemsOf(trx, of, null, leftTo(from, toIds));
  if (!(await hasEverybody(trx, of, to))) {
    await assign(trx, of, given.clone(), to);
  }
  const ofFrom = assignmentsOf(trx, of, from);
  if (await hasEverybody(trx, of, from)) {
    await assign(
      trx,
      of,
      itemsOf(trx, of, null, { except: fromIds }).andWhere(stays =>
        stays
          .whereNotNull('i.decision')
          .orWhere(keyIn(trx, 'i.object_id', toIds)),
      ),
      from,
    );
    await ofFrom.where('object_id', '').delete();
  } else {
    await ofFrom.whereIn('object_id', given.select('i.object_id')).delete();
  }
}

/** Keeps that people were handed over, within a step of the review. */
export async function insertHandover(
  trx: Knex.Transaction,
  row: Omit<ReviewHandoverRow, 'step'>,
): Promise<void> {
  const { tenant_id, review } = row;
  const last = await trx<ReviewHandoverRow>('review_handover')
    .where({ tenant_id, review })
    .max({ step: 'step' })
    .first();
  const step = Number(last?.step ?? 0) + 1;
  await trx<ReviewHandoverRow>('review_handover').insert({ ...row, step });
}

/** The newest handovers of a review. */
export async function readHandovers(
  knex: Knex,
  { review, then }: ReviewView,
  limit: number,
): Promise<ReviewHandoverRow[]> {
  return knex<ReviewHandoverRow>('review_handover')
    .where({ tenant_id: then.tenantId, review })
    .orderBy('step', 'desc')
    .limit(limit);
}

function assignmentsOf(
  trx: Knex.Transaction,
  { review, then }: ReviewView,
  ref: string,
) {
  return trx<ReviewAssignmentRow>('review_assignment').where({
    tenant_id: then.tenantId,
    review,
    reviewer_ref: ref,
  });
}

/** Whether a reviewer was named for everybody on the list. */
async function hasEverybody(
  trx: Knex.Transaction,
  of: ReviewView,
  ref: string,
): Promise<boolean> {
  const row = await assignmentsOf(trx, of, ref).where('object_id', '').first();
  return row !== undefined;
}

async function assign(
  trx: Knex.Transaction,
  of: ReviewView,
  items: Knex.QueryBuilder,
  ref: string,
): Promise<void> {
  await trx
    .into(
      trx.raw(
        'review_assignment (tenant_id, review, object_id, reviewer_ref, assigned_at)',
      ),
    )
    .insert(
      items
        .join({ r: 'review' }, join =>
          join.on('r.tenant_id', 'i.tenant_id').andOn('r.review', 'i.review'),
        )
        .whereNotIn(
          'i.object_id',
          assignmentsOf(trx, of, ref).select('object_id'),
        )
        .select(
          'i.tenant_id',
          'i.review',
          'i.object_id',
          trx.raw('cast(? as varchar(255))', [ref]),
          // The time of the step: a bound one would have no type here.
          'r.last_step_at',
        ),
    );
}
