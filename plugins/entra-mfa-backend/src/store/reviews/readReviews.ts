import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { ReviewRow, SnapshotRow } from '../sql/tables';

/** A review with the snapshot that its list was made from. */
export type ReviewWithSnapshot = ReviewRow & {
  snapshot_at: SnapshotRow['at'];
  rules_version: string;
};

/** A tenant's reviews, the newest first, and where the page ends when there are more. */
export async function readReviews(
  knex: Knex,
  tenantId: string,
  page: { before: number | null; limit: number },
): Promise<{ rows: ReviewWithSnapshot[]; next: number | null }> {
  const query = reviews(knex, tenantId)
    .orderBy('r.review', 'desc')
    .limit(page.limit + 1);
  if (page.before !== null) {
    query.andWhere('r.review', '<', page.before);
  }
  const rows: ReviewWithSnapshot[] = await query;
  const shown = rows.slice(0, page.limit);
  const more = rows.length > page.limit;
  return { rows: shown, next: more ? shown[shown.length - 1].review : null };
}

/** One review; null where there is none. */
export async function readReview(
  knex: Knex,
  of: { tenantId: string; review: number },
): Promise<ReviewWithSnapshot | null> {
  const row = await reviews(knex, of.tenantId)
    .andWhere('r.review', of.review)
    .first();
  return row ?? null;
}

/** The number of the open review of a scope, without one of `risks`; null where none is open. */
export async function readOpenReview(
  knex: Knex,
  tenantId: string,
  scope: Pick<ReviewRow, 'scope_kind' | 'scope_id'> = {
    scope_kind: 'risks',
    scope_id: '',
  },
): Promise<number | null> {
  const row = await knex<ReviewRow>('review')
    .where({ tenant_id: tenantId, closed_at: null, ...scope })
    .first('review');
  return row?.review ?? null;
}

/** The open reviews of a tenant. */
export async function readOpenReviews(
  knex: Knex,
  tenantId: string,
): Promise<ReviewWithSnapshot[]> {
  return reviews(knex, tenantId).whereNull('r.closed_at').orderBy('r.review');
}

/** The open reviews of a tenant that have a reviewer; of some refs, if any are given. */
export async function readReviewsToDecide(
  knex: Knex,
  tenantId: string,
  refs?: readonly string[],
): Promise<ReviewWithSnapshot[]> {
  return reviews(knex, tenantId)
    .whereNull('r.closed_at')
    .whereExists(assigned => {
      assigned
        .from({ a: 'review_assignment' })
        .select(knex.raw('1'))
        .whereRaw('a.tenant_id = r.tenant_id and a.review = r.review');
      if (refs) {
        assigned.where(keyIn(knex, 'a.reviewer_ref', refs));
      }
    })
    .orderBy('r.review');
}

/** The review of `risks` that was closed last; null where none was. */
export async function readLastClosed(
  knex: Knex,
  tenantId: string,
): Promise<ReviewWithSnapshot | null> {
  const row = await reviews(knex, tenantId)
    .whereNotNull('r.closed_at')
    .andWhere('r.scope_kind', 'risks')
    .orderBy('r.review', 'desc')
    .first();
  return row ?? null;
}

function reviews(knex: Knex, tenantId: string) {
  return knex({ r: 'review' })
    .join({ s: 'snapshot' }, join =>
      join.on('s.tenant_id', 'r.tenant_id').andOn('s.snapshot', 'r.snapshot'),
    )
    .where('r.tenant_id', tenantId)
    .select('r.*', { snapshot_at: 's.at', rules_version: 's.rules_version' });
}
