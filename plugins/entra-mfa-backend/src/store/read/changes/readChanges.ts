import type { Knex } from 'knex';
import {
  changedOften,
  changedOnce,
  type ChangeRange,
  type NetChangeRow,
  type PeopleCondition,
} from './netChanges';
import { isOneOfWays, type ListedWays } from './ways';

/** Where a page ends: the rank, the snapshot of the last change, the object id. */
export type ChangePlace = [number, number, string];

/** Which changed people a caller may see; a condition on the columns of `NetChangeRow`, as `net`. */
export type AllowedCondition = Knex.QueryCallback;

/** One person of a page. */
export type ListedChange = NetChangeRow & { rank: number };

/** A page of people who changed: by rank, then the newest change first. */
export async function readChanges(
  knex: Knex,
  range: ChangeRange,
  options: {
    listed: readonly ListedWays[];
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
  const ranks = listed.map(({ rank, ways }) => ({
    rank,
    isOne: isOneOfWays(ways),
  }));
  const rank = knex.raw(
    `case ${ranks
      .map(one => `when ${one.isOne} then ${one.rank}`)
      .join(' ')} end`,
  );
  const parts = [changedOnce, changedOften].map(part => {
    const query = knex
      .from(part(knex, range, people).as('net'))
      .whereRaw(`(${ranks.map(one => one.isOne).join(' or ')})`)
      .select('net.*', { rank });
    return allowed ? query.andWhere(allowed) : query;
  });
  const query = knex
    .from(parts[0].unionAll(parts[1]).as('listed'))
    .select('*')
    .orderBy([
      { column: 'rank' },
      { column: 'last_snapshot', order: 'desc' },
      { column: 'object_id' },
    ])
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

/** PostgreSQL gives 64-bit numbers as text. */
function toListed(row: ListedChange): ListedChange {
  return {
    object_id: row.object_id,
    rank: Number(row.rank),
    last_snapshot: Number(row.last_snapshot),
    net_before: Number(row.net_before),
    net_after: Number(row.net_after),
    net_renamed: Number(row.net_renamed),
    net_by_rules: Number(row.net_by_rules),
  };
}
