import type { SortOrder } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';

/** Behind every value, whichever way it is sorted: what has none. */
const WITHOUT_VALUE = 1_000_000_000;

/** Behind these: whose value the caller is not shown. Their place tells nothing of it, in either direction. */
const HIDDEN = 2_000_000_000;

/** What a list is sorted by: a whole number of each row, as SQL; null for what has none. */
export interface SortValue {
  value: string;
  order: SortOrder;
}

/**
 * The value as a number that grows in the order of the list.
 *
 * @param hidden - the condition that the caller is not shown the value
 */
export function sortKey(
  knex: Knex,
  { value, order }: SortValue,
  hidden: Knex.Raw | null,
): Knex.Raw {
  const signed = order === 'asc' ? value : `-(${value})`;
  const key = `coalesce(${signed}, ${WITHOUT_VALUE})`;
  return hidden
    ? knex.raw(`case when ? then ${HIDDEN} else ${key} end`, [hidden])
    : knex.raw(key);
}

/** Where a page ends: the sort key, the name and the ref of its last row. */
export type SortedPlace = [key: number, name: string, ref: string];

/** A page of rows in the order of their key, and by name where it is the same. */
export async function readSortedPage<Row extends object>(
  knex: Knex,
  rows: Knex.QueryBuilder,
  order: {
    columns: readonly [
      key: keyof Row & string,
      name: keyof Row & string,
      ref: keyof Row & string,
    ];
    /** In which direction names go; where they do not ascend, all keys are the same. */
    names: SortOrder;
  },
  page: { after: SortedPlace | null; limit: number },
): Promise<{ rows: Row[]; next: SortedPlace | null }> {
  const { columns, names } = order;
  const query = knex
    .from(rows.as('x'))
    .select('*')
    .orderByRaw(`?? asc, ?? ${names}, ?? ${names}`, [...columns])
    .limit(page.limit + 1);
  if (page.after) {
    const [key, name, ref] = page.after;
    const [, byName, byRef] = columns;
    if (names === 'asc') {
      query.whereRaw('(??, ??, ??) > (?, ?, ?)', [...columns, key, name, ref]);
    } else {
      query.whereRaw('(??, ??) < (?, ?)', [byName, byRef, name, ref]);
    }
  }
  const found: Row[] = await query;
  const shown = found.slice(0, page.limit);
  const last = shown[shown.length - 1];
  return {
    rows: shown,
    next:
      found.length > page.limit
        ? (columns.map(column => last[column]) as unknown as SortedPlace)
        : null,
  };
}

/** How many rows a list has on all its pages. */
export async function countRows(
  knex: Knex,
  rows: Knex.QueryBuilder,
): Promise<number> {
  const [{ items }] = await knex.from(rows.as('x')).count({ items: '*' });
  return Number(items);
}
