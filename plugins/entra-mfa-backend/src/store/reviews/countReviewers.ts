import type { Knex } from 'knex';
import { versionAt } from '../asOf/versionAt';
import { keyIn } from '../sql/keyIn';
import type { ReviewAssignmentRow } from '../sql/tables';
import { itemsOf, type ReviewView } from './itemConditions';

/** How many people a reviewer was given, and how many of them have no decision. */
export interface Given {
  ref: string;
  items: number;
  open: number;
}

type Counted = Record<'items' | 'open', number | string>;

const toNumbers = ({ items, open }: Counted) => ({
  items: Number(items),
  open: Number(open),
});

const openCount = (knex: Knex) =>
  knex.raw(
    'coalesce(sum(case when i.decision is null then 1 else 0 end), 0) as open',
  );

/** The reviewers whom a review names, each of whom was given everybody. */
async function readNamed(
  knex: Knex,
  { review, then }: ReviewView,
): Promise<string[]> {
  return knex<ReviewAssignmentRow>('review_assignment')
    .where({ tenant_id: then.tenantId, review, object_id: '' })
    .orderBy('reviewer_ref')
    .pluck('reviewer_ref');
}

/** How many people of a review some refs were given, together: each person once, and without the refs themselves. */
export async function countGiven(
  knex: Knex,
  of: ReviewView,
  refs: readonly string[],
): Promise<Omit<Given, 'ref'>> {
  const [row]: Counted[] = await itemsOf(knex, of, null, { assignedTo: refs })
    .whereNotIn('i.object_id', themselves(knex, of, refs))
    .count({ items: '*' })
    .select(openCount(knex));
  return toNumbers(row);
}

/** How many people of a review were given to nobody. */
export async function countUnassigned(
  knex: Knex,
  of: ReviewView,
): Promise<Omit<Given, 'ref'>> {
  const [row]: Counted[] = await itemsOf(knex, of, null, { unassigned: true })
    .count({ items: '*' })
    .select(openCount(knex));
  return toNumbers(row);
}

/** The reviewers of a review: who has most people without a decision first. As many as lead a team at the most. */
export async function readReviewers(
  knex: Knex,
  of: ReviewView,
): Promise<Given[]> {
  const { review, then } = of;
  const rows: (Counted & { ref: string })[] = await knex({ i: 'review_item' })
    .join({ a: 'review_assignment' }, join =>
      join
        .on('a.tenant_id', 'i.tenant_id')
        .andOn('a.review', 'i.review')
        .andOn('a.object_id', 'i.object_id'),
    )
    .where({ 'i.tenant_id': then.tenantId, 'i.review': review })
    .groupBy('a.reviewer_ref')
    .select({ ref: 'a.reviewer_ref' })
    .count({ items: '*' })
    .select(openCount(knex));
  const named = await readNamed(knex, of);
  const all = named.length > 0 ? await countReviewed(knex, of, named) : [];
  return [
    ...rows.map(row => ({ ref: row.ref, ...toNumbers(row) })),
    ...all,
  ].sort((a, b) => b.open - a.open || (a.ref < b.ref ? -1 : 1));
}

/** Of each user who was given everybody: without the user, who is decided on by somebody else. */
async function countReviewed(
  knex: Knex,
  of: ReviewView,
  refs: readonly string[],
): Promise<Given[]> {
  return Promise.all(
    refs.map(async ref => {
      const [row]: Counted[] = await itemsOf(knex, of, null)
        .whereNotIn('i.object_id', themselves(knex, of, [ref]))
        .count({ items: '*' })
        .select(openCount(knex));
      return { ref, ...toNumbers(row) };
    }),
  );
}

/** Who these users are, as of the list: somebody else decides on them. */
function themselves(
  knex: Knex,
  { then }: ReviewView,
  refs: readonly string[],
): Knex.QueryBuilder {
  return knex({ p: 'person' })
    .where(versionAt(then, 'p'))
    .andWhere(keyIn(knex, 'p.entity_ref', refs))
    .select('p.object_id');
}
