import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import { Readable } from 'stream';
import { pipeline } from 'stream/promises';

/** How many rows of a file had been sent when it was cut off. */
const cutAfter = new WeakMap<object, number>();

/** How many rows went out before a file failed; 0 of anything else that failed. */
export function rowsBefore(error: unknown): number {
  return cutAfter.get(Object(error)) ?? 0;
}

/** The columns of a file, with their headers in plain words. */
export type Columns<Row> = Record<string, (row: Row) => string>;

/** What a CSV file is made of. */
export interface CsvFile<Row> {
  name: string;
  columns: Columns<Row>;
  rows: AsyncIterable<Row>;
  /**
   * What the file is of, in further columns that are the same on every row: every reader bears these, and
   * they stay when files are put together.
   */
  about: Record<string, string>;
}

/**
 * Sends a CSV file, row by row as they are read. A file without rows has no cell that could say what it
 * is; it says so in one more header, and still has no row that anybody could count.
 *
 * @returns how many rows were sent; of one that is cut off, `rowsBefore` tells it by the error
 */
export async function sendCsv<Row>(
  response: Response,
  { name, columns, rows, about }: CsvFile<Row>,
): Promise<number> {
  const source = rows[Symbol.asyncIterator]();
  const first = await source.next();
  const told = Object.values(about).map(harmless);
  let sent = 0;
  async function* cells() {
    try {
      for (let next = first; !next.done; next = await source.next()) {
        const { value: row } = next;
        sent += 1;
        yield [
          ...Object.values(columns).map(value => harmless(value(row))),
          ...told,
        ];
      }
    } finally {
      await source.return?.();
    }
  }
  const headers = [
    ...Object.keys(columns),
    ...Object.keys(about),
    ...(first.done ? [withoutRows(about)] : []),
  ];
  response.type('text/csv');
  response.attachment(name);
  // Pages of another origin may read the name only where it is named here.
  response.append('Access-Control-Expose-Headers', 'Content-Disposition');
  try {
    await pipeline(
      Readable.from(cells()),
      // Without a byte order mark Excel takes UTF-8 for the machine's own code page.
      stringify({ bom: true, header: true, columns: headers }),
      response,
    );
  } catch (error) {
    cutAfter.set(Object(error), sent);
    throw error;
  }
  return sent;
}

function withoutRows(about: Record<string, string>): string {
  const told = Object.entries(about).map(([name, cell]) => `${name}: ${cell}`);
  return harmless(`No rows. ${told.join('; ')}`);
}

const formulaStart = '[=+\\-@＝＋－＠]';
const startsFormula = new RegExp(`^(?:${formulaStart}|[\\t\\r\\n])`);
/** Where a spreadsheet splits lines at semicolons or tabs, as in half of Europe, quotation marks keep nothing. */
const startsFormulaLater = new RegExp(
  `([;\\t\\r\\n]["\\s]*)(?=${formulaStart})`,
  'g',
);

/** A spreadsheet takes a cell that starts like this for a formula and would run it. */
function harmless(cell: string): string {
  const later = cell.replace(startsFormulaLater, "$1'");
  return startsFormula.test(cell) ? `'${later}` : later;
}
