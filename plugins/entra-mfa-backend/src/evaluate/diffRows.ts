/**
 * Compares rows with those that are true now, which may have more columns.
 *
 * @returns the rows that are new or changed, and the keys of those that are changed or gone
 */
export function diffRows<Row extends object>(
  rows: readonly Row[],
  before: readonly Row[],
  keyOf: (row: Row) => string,
): { written: Row[]; replaced: string[] } {
  const open = new Map(before.map(row => [keyOf(row), row]));
  const written: Row[] = [];
  const replaced: string[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const last = open.get(key);
    open.delete(key);
    if (!last) {
      written.push(row);
    } else if (!isSameRow(row, last)) {
      written.push(row);
      replaced.push(key);
    }
  }
  return { written, replaced: [...replaced, ...open.keys()] };
}

function isSameRow<Row extends object>(row: Row, last: Row): boolean {
  return (Object.keys(row) as (keyof Row)[]).every(
    column => row[column] === last[column],
  );
}
