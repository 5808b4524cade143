import type { SortOrder } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { SnapshotView } from '../../asOf/types';
import { versionAt } from '../../asOf/versionAt';
import type { Ends } from './changeConditions';
import {
  listedPart,
  toListed,
  type AllowedCondition,
  type ListedChange,
} from './listedChanges';
import {
  changedOften,
  changedOnce,
  type ChangeRange,
  type PeopleCondition,
} from './netChanges';
import type { ListedTransitions } from './transitions';

/** Whose changes are listed. */
export interface ChangesListed {
  listed: readonly ListedTransitions[];
  people: PeopleCondition | null;
  allowed: AllowedCondition | null;
}

/** Where a page ends: what it is sorted by, and the object id. */
export type ChangePlaceBy = [value: number | string, objectId: string];

/** A page, and where it ends when there are more. */
interface Page {
  rows: ListedChange[];
  next: ChangePlaceBy | null;
}

interface PageOf {
  order: SortOrder;
  after: ChangePlaceBy | null;
  limit: number;
}

/** A page of people who changed by when they did last, whatever changed; those of one time by their ids. */
export async function readChangesByTime(
  knex: Knex,
  range: ChangeRange,
  changes: ChangesListed,
  page: PageOf,
): Promise<Page> {
  const { order, after, limit } = page;
  const sorted = (query: Knex.QueryBuilder) => {
    if (after) {
      const [snapshot, objectId] = after;
      query
        .where('last_snapshot', order === 'asc' ? '>=' : '<=', snapshot)
        .andWhere(beyond =>
          beyond
            .whereNot('last_snapshot', snapshot)
            .orWhere('object_id', '>', objectId),
        );
    }
    return query
      .orderBy([{ column: 'last_snapshot', order }, { column: 'object_id' }])
      .limit(limit + 1);
  };
  // Whoever changed once is read in order, and only as many as the page has.
  return pageOf(
    await both(knex, range, changes, sorted, all => sorted(all)),
    limit,
    ({ last_snapshot }) => Number(last_snapshot),
  );
}

/** A page of people who changed by name: as they are called at the end, or were at the beginning if they left. */
export async function readChangesByName(
  knex: Knex,
  range: ChangeRange,
  { from, to }: Ends,
  changes: ChangesListed,
  page: PageOf,
): Promise<Page> {
  const { order, after, limit } = page;
  const namesAt = (view: SnapshotView) =>
    knex({ p: 'person' }).where(versionAt(view, 'p'));
  const named = (all: Knex.QueryBuilder) =>
    knex
      .from(all.as('c'))
      .leftJoin(
        namesAt(to).select('p.object_id', 'p.sort_name').as('t'),
        't.object_id',
        'c.object_id',
      )
      .select('c.*', {
        // Few have left: their names are looked up one by one.
        name: knex.raw('coalesce(t.sort_name, ?)', [
          namesAt(from)
            .whereRaw('p.object_id = c.object_id')
            .select('p.sort_name'),
        ]),
      });
  const rows = await both(knex, range, changes, null, all => {
    const query = knex
      .from(named(all).as('named'))
      .select('*')
      .orderBy([
        { column: 'name', order },
        { column: 'object_id', order },
      ])
      .limit(limit + 1);
    return after
      ? query.whereRaw(
          `(name, object_id) ${order === 'asc' ? '>' : '<'} (?, ?)`,
          after,
        )
      : query;
  });
  return pageOf(rows, limit, ({ name }) => name!);
}

/** How many people are listed, on all pages. */
export async function countListedChanges(
  knex: Knex,
  range: ChangeRange,
  changes: ChangesListed,
): Promise<number> {
  const [row] = await both<{ people: number | string }>(
    knex,
    range,
    changes,
    null,
    all => knex.from(all.as('c')).count({ people: '*' }),
  );
  return row ? Number(row.people) : 0;
}

type Row = ListedChange & { name?: string };

/** Those who changed once and those who changed more often, as one. */
async function both<Answer = Row>(
  knex: Knex,
  range: ChangeRange,
  { listed, people, allowed }: ChangesListed,
  ofOnce: ((query: Knex.QueryBuilder) => Knex.QueryBuilder) | null,
  ask: (all: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<Answer[]> {
  if (listed.length === 0) {
    return [];
  }
  const [often, once] = [changedOften, changedOnce].map(part =>
    listedPart(knex, part(knex, range, people), listed, allowed),
  );
  const parts = [often, ofOnce ? ofOnce(once) : once].map(part =>
    knex.from(part.as('part')).select('*'),
  );
  return ask(knex.from(knex.unionAll(parts).as('listed')).select('*'));
}

function pageOf(
  found: readonly Row[],
  limit: number,
  valueOf: (row: Row) => number | string,
): Page {
  const shown = found.slice(0, limit);
  const last = shown[shown.length - 1];
  return {
    rows: shown.map(toListed),
    next: found.length > limit ? [valueOf(last), last.object_id] : null,
  };
}
