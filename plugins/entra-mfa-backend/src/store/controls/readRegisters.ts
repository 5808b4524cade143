import type { ReviewCounts } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { PublicationHoldRow, ReviewRow } from '../sql/tables';

/** How many reviews were closed up to a time, by what they are of, and the one that was closed last. */
export async function readLastReview(
  knex: Knex,
  tenantId: string,
  at: Date,
): Promise<{
  closed: number;
  kinds: Record<string, number>;
  last: {
    review: number;
    scope: Pick<ReviewRow, 'scope_kind' | 'scope_id'>;
    closedAt: NonNullable<ReviewRow['closed_at']>;
    counts: ReviewCounts;
  } | null;
}> {
  const closed = () =>
    knex<ReviewRow>('review')
      .where({ tenant_id: tenantId })
      .andWhere('closed_at', '<=', at);
  const last = await closed()
    .orderBy('closed_at', 'desc')
    .orderBy('review', 'desc')
    .first('review', 'closed_at', 'counts', 'scope_kind', 'scope_id');
  if (!last?.closed_at || !last.counts) {
    return { closed: 0, kinds: {}, last: null };
  }
  const kinds: { kind: string; reviews: number | string }[] = await closed()
    .groupBy('scope_kind')
    .orderBy('scope_kind')
    .select({ kind: 'scope_kind' })
    .count({ reviews: '*' });
  const counts = kinds.map(({ kind, reviews }) => [kind, Number(reviews)]);
  return {
    closed: kinds.reduce((sum, { reviews }) => sum + Number(reviews), 0),
    kinds: Object.fromEntries(counts),
    last: {
      review: last.review,
      scope: last,
      closedAt: last.closed_at,
      counts: JSON.parse(last.counts),
    },
  };
}

/** How many figures of a tenant were held back, and how many of them somebody released. */
export async function countHolds(
  knex: Knex,
  tenantId: string,
): Promise<{ found: number; released: number }> {
  const [row] = await knex<PublicationHoldRow>('hold')
    .where({ tenant_id: tenantId })
    .count({ found: '*', released: 'released_at' });
  return { found: Number(row.found), released: Number(row.released) };
}
