/** A row as it goes over the wire. */
export type Row = Record<string, unknown>;

/**
 * Something that is listed page by page. Rows are computed one position at a time, so that a page
 * costs what it holds and not what the tenant holds.
 */
export type Collection = {
  /** How many positions there are; not every position has a row on every day. */
  positions: number;
  row(position: number): Row | undefined;
};
