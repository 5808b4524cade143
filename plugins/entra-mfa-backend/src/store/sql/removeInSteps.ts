import type { Knex } from 'knex';

/** A value of a key. */
type Part = string | number | Date;

/** Which rows of a table are gone through, in which order, and which of them go. */
export interface Steps {
  table: string;
  /** What all of them have in common: the beginning of the key. */
  of: Record<string, string>;
  /** The rest of the key. */
  key: readonly string[];
  /** Which go; all where it is left out. */
  goes?: Knex.QueryCallback;
  /** How many are looked at in one statement. */
  atOnce: number;
}

/**
 * Removes rows of a table in the order of its key, so that each statement looks at so many rows and no more. Yields
 * after each how many went.
 */
export async function* removeInSteps(
  knex: Knex,
  { table, of, key, goes, atOnce }: Steps,
): AsyncGenerator<number> {
  const place = `(${key.join(', ')})`;
  const holes = `(${key.map(() => '?').join(', ')})`;
  const after = (from: readonly Part[] | null) => {
    const query = knex(table).where(of);
    return from ? query.whereRaw(`${place} > ${holes}`, [...from]) : query;
  };
  let from: Part[] | null = null;
  do {
    const last: Record<string, Part> | undefined = await after(from)
      .orderBy(key.map(column => ({ column })))
      .offset(atOnce - 1)
      .limit(1)
      .select(...key)
      .first();
    const to: Part[] | null = last ? key.map(column => last[column]) : null;
    const going = after(from);
    if (goes) {
      going.andWhere(goes);
    }
    if (to) {
      going.whereRaw(`${place} <= ${holes}`, to);
    }
    yield await going.delete();
    from = to;
  } while (from);
}
