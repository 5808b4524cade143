import type { SortOrder } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { personRanks } from '../sql/personRank';
import { STILL_TRUE, type PersonRow } from '../sql/tables';
import { peopleConditions, type PeopleSelection } from './peopleConditions';
import {
  peopleOrder,
  placeOf,
  placeValues,
  readingOrder,
  type OrderColumn,
  type PeoplePlace,
  type PeopleSort,
} from './peopleOrder';
import type { SnapshotView } from '../asOf/types';

/** What a list of people is asked for. */
export interface PeopleRequest extends PeopleSelection {
  sort: PeopleSort;
  /** Without it, the natural one of the sort. */
  order?: SortOrder;
}

/**
 * A page of people, and where it ends when there are more.
 *
 * Each part of the query follows an index in order and stops at the page's length; together they are
 * sorted again. So a page costs what it shows, not what the tenant holds, in the past too.
 */
export async function readPeople(
  knex: Knex,
  view: SnapshotView,
  request: PeopleRequest,
  page: { after: PeoplePlace | null; limit: number },
): Promise<{ rows: PersonRow[]; next: PeoplePlace | null }> {
  const { sort } = request;
  const columns = peopleOrder[sort];
  const direction = readingOrder(sort, request.order);
  const limit = page.limit + 1;
  const parts = versionParts(view).flatMap(version =>
    rankParts(sort).map(rank =>
      knex
        .from(
          knex<PersonRow>({ p: 'person' })
            .select('p.*')
            .where('p.tenant_id', view.tenantId)
            .andWhere('p.from_snapshot', '<=', view.snapshot)
            .andWhere(version)
            .andWhere(rank)
            .andWhere(peopleConditions(knex, view, request))
            .andWhere(beyond(sort, direction, page.after))
            .orderBy(ordered(columns, direction, 'p.'))
            .limit(limit)
            .as('part'),
        )
        .select('*'),
    ),
  );
  const [first, ...others] = parts;
  const rows: PersonRow[] = await (others.length === 0
    ? first
    : knex
        .from(first.unionAll(others).as('people'))
        .select('*')
        .orderBy(ordered(columns, direction, ''))
        .limit(limit));

  const more = rows.length > page.limit;
  const shown = rows.slice(0, page.limit);
  return {
    rows: shown,
    next: more ? placeOf(shown[shown.length - 1], sort) : null,
  };
}

/** What is still true now, and what was replaced since: each has its own stretch of the index. */
function versionParts(view: SnapshotView): Knex.QueryCallback[] {
  const now: Knex.QueryCallback = query =>
    query.where('p.to_snapshot', STILL_TRUE);
  const replaced: Knex.QueryCallback = query =>
    query
      .where('p.to_snapshot', '>', view.snapshot)
      // As the index says it, which holds nothing else.
      .andWhereRaw(`p.to_snapshot < ${STILL_TRUE}`);
  return view.newest ? [now] : [now, replaced];
}

/** The indexes order by rank and then by name, so an order by name alone merges the ranks. */
function rankParts(sort: PeopleSort): Knex.QueryCallback[] {
  return sort === 'name'
    ? personRanks.map(rank => query => query.where('p.privileged_rank', rank))
    : [() => {}];
}

function beyond(
  sort: PeopleSort,
  direction: SortOrder,
  place: PeoplePlace | null,
): Knex.QueryCallback {
  const columns = peopleOrder[sort];
  return query => {
    if (place) {
      query.whereRaw(
        `(${columns.map(() => '??').join(', ')}) ${
          direction === 'asc' ? '>' : '<'
        } (${columns.map(() => '?').join(', ')})`,
        [...columns.map(column => `p.${column}`), ...placeValues(place, sort)],
      );
    }
  };
}

function ordered(
  columns: readonly OrderColumn[],
  direction: SortOrder,
  prefix: string,
) {
  return columns.map(column => ({ column: prefix + column, order: direction }));
}
