import type { Knex } from 'knex';
import type { Transition } from './transitions';

/** How many people changed in the same transition. */
export type ChangeCount = Transition & { people: number };

const columns = ['net_before', 'net_after', 'net_renamed', 'net_by_rules'];

/** Counts changes by their transition: as many rows as there are transitions. */
export async function countTransitions(
  knex: Knex,
  changes: Knex.QueryBuilder,
): Promise<ChangeCount[]> {
  const rows = await knex
    .from(changes.as('net'))
    .groupBy(columns)
    .select(columns)
    .count({ people: '*' });
  return rows.map(toCount);
}

/** The same of each part of a range: see `changedInParts`. */
export async function countTransitionsInParts(
  knex: Knex,
  changes: Knex.QueryBuilder,
): Promise<(ChangeCount & { part: number })[]> {
  const each = ['part', ...columns];
  const rows = await knex
    .from(changes.as('net'))
    .groupBy(each)
    .select(each)
    .count({ people: '*' });
  return rows.map(row => ({ ...toCount(row), part: Number(row.part) }));
}

/** PostgreSQL gives 64-bit numbers as text. */
function toCount(row: Record<string, unknown>): ChangeCount {
  return {
    net_before: Number(row.net_before),
    net_after: Number(row.net_after),
    net_renamed: Number(row.net_renamed),
    net_by_rules: Number(row.net_by_rules),
    people: Number(row.people),
  };
}
