import type { Knex } from 'knex';
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

/** Where a page ends: the rank, the snapshot of the last change, the object id. */
export type ChangePlace = [number, number, string];

/** The newest first. */
const order = [
  { column: 'last_snapshot', order: 'desc' },
  { column: 'object_id' },
];

/** A page of people who changed: by rank, then the newest change first. */
export async function readChanges(
  knex: Knex,
  range: ChangeRange,
  options: {
    listed: readonly ListedTransitions[];
    people: PeopleCondition | null;
    allowed: AllowedCondition | null;
    after: ChangePlace | null;
    limit: number;
  },
): Promise<{ rows: ListedChange[]; next: ChangePlace | null }> {
  const { listed, people, allowed, after, limit } = options;
  if (listed.length === 0) {
    return { rows: [], next: null };
  }
  const part = (
    changes: Knex.QueryBuilder,
    transitions: readonly ListedTransitions[],
  ) => listedPart(knex, changes, transitions, allowed);
  // Few of a kind, or of those whom the caller may see, are looked for together. Many are read in
  // order, and only as many as the page has.
  const few = listed.filter(one => allowed || one.people <= limit);
  const parts = [
    part(changedOften(knex, range, people), listed),
    ...(few.length > 0 ? [part(changedOnce(knex, range, people), few)] : []),
    ...listed
      .filter(one => !few.includes(one))
      .map(one =>
        part(changedOnce(knex, range, people), [one])
          .andWhere(beyond(after, one.rank))
          .orderBy(order)
          .limit(limit + 1),
      ),
  ];
  const query = knex
    .from(
      knex
        .unionAll(parts.map(one => knex.from(one.as('part')).select('*')))
        .as('listed'),
    )
    .select('*')
    .orderBy([{ column: 'rank' }, ...order])
    .limit(limit + 1);
  if (after) {
    query.whereRaw('(rank, -last_snapshot, object_id) > (?, ?, ?)', [
      after[0],
      -after[1],
      after[2],
    ]);
  }
  const rows: ListedChange[] = (await query).map(toListed);
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  return {
    rows: shown,
    next:
      rows.length > limit
        ? [last.rank, last.last_snapshot, last.object_id]
        : null,
  };
}

function beyond(after: ChangePlace | null, rank: number): Knex.QueryCallback {
  return query => {
    if (after && after[0] === rank) {
      query
        .where('last_snapshot', '<=', after[1])
        .whereRaw('(-last_snapshot, object_id) > (?, ?)', [
          -after[1],
          after[2],
        ]);
    }
  };
}
