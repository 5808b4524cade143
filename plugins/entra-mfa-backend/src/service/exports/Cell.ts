/**
 * What a cell of a file holds. Times and days are told as such, so that a workbook can have them as dates; in
 * a text they stay as the API tells them, in ISO 8601.
 */
export type Cell = string | number | null | { at: string } | { on: string };

/** The columns of a file, with their headers in plain words. */
export type Columns<Row> = Record<string, (row: Row) => Cell>;

/** A time. */
export function at(instant: string | null | undefined): Cell {
  return instant ? { at: instant } : null;
}

/** A day. */
export function on(day: string | null | undefined): Cell {
  return day ? { on: day } : null;
}

/** Null is not known, which is neither yes nor no. */
export function yesNo(value: boolean | null): Cell {
  if (value === null) {
    return null;
  }
  return value ? 'yes' : 'no';
}

/** A share of a thousand as percent, as the pages tell it. */
export function percent(permille: number | null | undefined): Cell {
  return typeof permille === 'number' ? permille / 10 : null;
}

/** A cell as text. */
export function textOf(cell: Cell): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell === 'object') {
    return 'at' in cell ? cell.at : cell.on;
  }
  return String(cell);
}
