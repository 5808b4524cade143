import {
  reviewDecisions,
  reviewReasons,
  type ReviewCounts,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { reasonCodes } from '../../assess/reviews/reasonCodes';
import {
  itemsOf,
  type ItemFilter,
  type ItemVisibility,
  type ReviewView,
} from './itemConditions';

/** Counts the items of a review that the caller may see. */
export async function countReviewItems(
  knex: Knex,
  of: ReviewView,
  visibility: ItemVisibility | null,
): Promise<ReviewCounts> {
  const sum = (name: string, condition: string) =>
    knex.raw(
      `coalesce(sum(case when ${condition} then 1 else 0 end), 0) as ??`,
      [name],
    );
  const [row]: Record<string, number | string>[] = await itemsOf(
    knex,
    of,
    visibility,
  )
    .count({ items: '*' })
    .select(sum('open', 'i.decision is null'))
    .select(
      reviewReasons.map(name =>
        sum(name, `(i.reasons & ${reasonCodes[name]}) <> 0`),
      ),
    )
    .select(reviewDecisions.map(name => sum(name, `i.decision = '${name}'`)));
  const countsOf = <T extends string>(names: readonly T[]) =>
    Object.fromEntries(names.map(name => [name, Number(row[name])])) as Record<
      T,
      number
    >;
  const items = Number(row.items);
  const open = Number(row.open);
  return {
    items,
    decided: items - open,
    open,
    reasons: countsOf(reviewReasons),
    decisions: countsOf(reviewDecisions),
  };
}

/** How many items a filter finds, and on how many of them keeping all needs a note. */
export async function countItems(
  knex: Knex,
  of: ReviewView,
  filter: ItemFilter,
  visibility: ItemVisibility | null = null,
): Promise<{ people: number; needNote: number }> {
  const [row]: Record<string, number | string>[] = await itemsOf(
    knex,
    of,
    visibility,
    filter,
  )
    .count({ people: '*' })
    .select(
      knex.raw(
        'coalesce(sum(case when i.keep_needs_note then 1 else 0 end), 0) as need_note',
      ),
    );
  return { people: Number(row.people), needNote: Number(row.need_note) };
}
