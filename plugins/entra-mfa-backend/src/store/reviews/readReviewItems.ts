import {
  naturalOrders,
  reviewReasons,
  type reviewItemSorts,
  type SortOrder,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { reasonCodes } from '../../assess/reviews/reasonCodes';
import { reasonRisks } from '../../assess/reviews/risks';
import type { ReviewItemRow } from '../sql/tables';
import {
  itemsOf,
  type ItemFilter,
  type ItemVisibility,
  type ReviewView,
} from './itemConditions';

type ItemSort = (typeof reviewItemSorts)[number];

/** The end of a page: the values that it is sorted by, of its last item. */
export type ItemPlace = (string | number)[];

/** What of a review is listed, and in which order. */
export interface ItemsRequest {
  filter: ItemFilter;
  visibility: ItemVisibility | null;
  /** Without it, the greatest risk first. */
  sort?: ItemSort;
  /** Without it, the natural one of the sort. */
  order?: SortOrder;
}

const byName = ['i.sort_name', 'i.object_id'];
const order = ['i.privileged_rank', ...byName];

const risk = reviewReasons
  .map(
    reason =>
      `case when (i.reasons & ${reasonCodes[reason]}) <> 0 then ${reasonRisks[reason]} else 0 end`,
  )
  .join(' + ');

/** What each sort orders by. All grows in the natural order of the sort, and falls in the other. */
const sortColumns: Record<ItemSort, readonly string[]> = {
  privileged: order,
  name: byName,
  risk: [`-(${risk})`, ...order],
};

/** A page of the items of a review, and where it ends when there are more. */
export async function readReviewItems(
  knex: Knex,
  of: ReviewView,
  { filter, visibility, sort = 'risk', order: asked }: ItemsRequest,
  page: { after: ItemPlace | null; limit: number },
): Promise<{ rows: ReviewItemRow[]; next: ItemPlace | null }> {
  const columns = sortColumns[sort];
  const falls =
    asked !== undefined && asked !== naturalOrders.reviewItems[sort];
  const query = itemsOf(knex, of, visibility, filter)
    .select('i.*')
    .select(columns.map((column, i) => knex.raw(`${column} as place_${i}`)))
    .orderByRaw(
      columns.map(column => `${column} ${falls ? 'desc' : 'asc'}`).join(', '),
    )
    .limit(page.limit + 1);
  if (page.after) {
    query.whereRaw(
      `(${columns.join(', ')}) ${falls ? '<' : '>'} (${columns
        .map(() => '?')
        .join(', ')})`,
      page.after,
    );
  }
  const rows: (ReviewItemRow & Record<`place_${number}`, string | number>)[] =
    await query;
  const shown = rows.slice(0, page.limit);
  const last = shown[shown.length - 1];
  return {
    rows: shown,
    next:
      rows.length > page.limit
        ? columns.map((_, i) => last[`place_${i}`])
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
