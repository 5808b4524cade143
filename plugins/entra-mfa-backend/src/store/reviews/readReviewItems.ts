import type { Knex } from 'knex';
import type { ReviewItemRow } from '../sql/tables';
import {
  itemsOf,
  type ItemFilter,
  type ItemVisibility,
  type ReviewView,
} from './itemConditions';

/** The end of a page: rank, name and object id. */
export type ItemPlace = (string | number)[];

const order = ['i.privileged_rank', 'i.sort_name', 'i.object_id'];

/** A page of the items of a review, and where it ends when there are more. */
export async function readReviewItems(
  knex: Knex,
  of: ReviewView,
  request: { filter: ItemFilter; visibility: ItemVisibility | null },
  page: { after: ItemPlace | null; limit: number },
): Promise<{ rows: ReviewItemRow[]; next: ItemPlace | null }> {
  const query = itemsOf(knex, of, request.visibility, request.filter)
    .select('i.*')
    .orderBy(order.map(column => ({ column })))
    .limit(page.limit + 1);
  if (page.after) {
    query.whereRaw('(??, ??, ??) > (?, ?, ?)', [...order, ...page.after]);
  }
  const rows: ReviewItemRow[] = await query;
  const shown = rows.slice(0, page.limit);
  const last = shown[shown.length - 1];
  return {
    rows: shown,
    next:
      rows.length > page.limit
        ? [last.privileged_rank, last.sort_name, last.object_id]
        : null,
  };
}

/** The names, as on the list, of the first items of a filter. */
export async function readItemNames(
  knex: Knex,
  of: ReviewView,
  filter: ItemFilter,
  limit: number,
): Promise<string[]> {
  const { tenantId, snapshot } = of.then;
  return itemsOf(knex, of, null, filter)
    .join({ p: 'person' }, join =>
      join
        .on('p.object_id', 'i.object_id')
        .andOnVal('p.tenant_id', tenantId)
        .andOnVal('p.from_snapshot', '<=', snapshot)
        .andOnVal('p.to_snapshot', '>', snapshot),
    )
    .orderBy(order.map(column => ({ column })))
    .limit(limit)
    .pluck('p.display_name');
}
