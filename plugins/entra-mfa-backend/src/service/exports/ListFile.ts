import type { Cell, Columns } from './Cell';

/** A list that is ready to be written to a file. */
export interface ListFile<Row> {
  /** Without its end. */
  name: string;
  /** What is listed: `People`. */
  title: string;
  columns: Columns<Row>;
  rows: AsyncIterable<Row>;
  /** What the file is of. */
  about: Record<string, Cell>;
}
