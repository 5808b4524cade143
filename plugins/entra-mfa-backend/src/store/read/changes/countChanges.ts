import type { Knex } from 'knex';
import {
  changedOften,
  changedOnce,
  type ChangeRange,
  type NetChangeRow,
  type PeopleCondition,
} from './netChanges';

/** How many people changed in the same way. */
export type ChangeCount = Omit<NetChangeRow, 'object_id' | 'last_snapshot'> & {
  people: number;
};

const columns = ['net_before', 'net_after', 'net_renamed', 'net_by_rules'];

/** Counts people by how they changed: as many rows as there are ways. */
export async function countChanges(
  knex: Knex,
  range: ChangeRange,
  people: PeopleCondition | null,
): Promise<ChangeCount[]> {
  const parts = await Promise.all(
    [changedOnce, changedOften].map(part =>
      knex
        .from(part(knex, range, people).as('net'))
        .groupBy(columns)
        .select(columns)
        .count({ people: '*' }),
    ),
  );
  // PostgreSQL gives 64-bit numbers as text; the same way may come from either part.
  return parts.flat().map(row => ({
    net_before: Number(row.net_before),
    net_after: Number(row.net_after),
    net_renamed: Number(row.net_renamed),
    net_by_rules: Number(row.net_by_rules),
    people: Number(row.people),
  }));
}
