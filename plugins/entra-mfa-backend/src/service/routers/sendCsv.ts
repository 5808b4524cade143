import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import { Readable } from 'stream';
import { pipeline } from 'stream/promises';

/** The columns of a file, with their headers in plain words. */
export type Columns<Row> = Record<string, (row: Row) => string>;

/** What a CSV file is made of. */
export interface CsvFile<Row> {
  name: string;
  columns: Columns<Row>;
  rows: AsyncIterable<Row>;
}

/**
 * Sends a CSV file, row by row as they are read.
 *
 * @returns how many rows were sent
 */
export async function sendCsv<Row>(
  response: Response,
  { name, columns, rows }: CsvFile<Row>,
): Promise<number> {
  let sent = 0;
  async function* cells() {
    for await (const row of rows) {
      sent += 1;
      yield Object.values(columns).map(value => harmless(value(row)));
    }
  }
  response.type('text/csv');
  response.attachment(name);
  await pipeline(
    Readable.from(cells()),
    // Without a byte order mark Excel takes UTF-8 for the machine's own code page.
    stringify({ bom: true, header: true, columns: Object.keys(columns) }),
    response,
  );
  return sent;
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
