import type { Knex } from 'knex';
import type { NetChangeRow } from './netChanges';
import { isOneOfTransitions, type ListedTransitions } from './transitions';

/** Which changed people are listed of those counted; a condition on the columns of `NetChangeRow`, as `net`. */
export type AllowedCondition = Knex.QueryCallback;

/** One person of a page. */
export type ListedChange = NetChangeRow & { rank: number };

/** The people of some transitions who are listed, with the rank of their kind. */
export function listedPart(
  knex: Knex,
  changes: Knex.QueryBuilder,
  listed: readonly ListedTransitions[],
  allowed: AllowedCondition | null,
): Knex.QueryBuilder {
  const query = knex
    .from(changes.as('net'))
    .whereRaw(isOneOfTransitions(listed.flatMap(one => one.transitions)))
    .select('net.*', { rank: rankOf(knex, listed) });
  return allowed ? query.andWhere(allowed) : query;
}

function rankOf(knex: Knex, listed: readonly ListedTransitions[]): Knex.Raw {
  const cases = listed.map(
    ({ rank, transitions }) =>
      `when ${isOneOfTransitions(transitions)} then ${rank}`,
  );
  return knex.raw(
    listed.length === 1 ? `${listed[0].rank}` : `case ${cases.join(' ')} end`,
  );
}

/** PostgreSQL gives 64-bit numbers as text. */
export function toListed(row: ListedChange): ListedChange {
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
