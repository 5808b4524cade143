import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';
import { textOf, type Cell } from './Cell';

/** What a file is written from. */
export interface Table {
  title: string;
  headers: readonly string[];
  rows: AsyncIterable<readonly Cell[]>;
  /** Whether there is no row at all. */
  isEmpty: boolean;
  about: Record<string, Cell>;
}

/**
 * A list as CSV. What the file is of stands in further columns that are the same on every row: every reader
 * bears these, and they stay when files are put together. A file without rows has no cell that could say it;
 * it says so in one more header, and still has no row that anybody could count.
 */
export function csvOf({ headers, rows, isEmpty, about }: Table): Readable {
  const told = Object.values(about).map(cellOf);
  async function* cells() {
    for await (const row of rows) {
      yield [...row.map(cellOf), ...told];
    }
  }
  const columns = [
    ...headers,
    ...Object.keys(about),
    ...(isEmpty ? [withoutRows(about)] : []),
  ];
  return pipeline(
    Readable.from(cells()),
    // Without a byte order mark Excel takes UTF-8 for the machine's own code page.
    stringify({ bom: true, header: true, columns }),
    // Whoever reads on hears of an error.
    () => {},
  );
}

function withoutRows(about: Record<string, Cell>): string {
  const told = Object.entries(about).map(
    ([name, cell]) => `${name}: ${textOf(cell)}`,
  );
  return harmless(`No rows. ${told.join('; ')}`);
}

/** A number is none that anything could be run by, with a sign or without. */
function cellOf(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : harmless(textOf(cell));
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
