import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Cell } from './Cell';
import type { Table } from './csvOf';
import { sheetOf } from './xlsx/sheetOf';
import { packageParts } from './xlsx/packageParts';

/** When the parts of a workbook were made, which says nothing: the same list has the same bytes. */
const mtime = new Date('2000-01-01T00:00:00Z');

/** Of a sheet of Excel, without the header. */
const MOST_ROWS = 1_048_575;

/** What the second sheet is called. */
const ABOUT = 'About';

/**
 * A list as a workbook of Excel, row by row as they are read. What it is of stands in a sheet of its own, where
 * it is found and the list stays as wide as it is shown.
 */
export function xlsxOf(
  { title, headers, rows, about }: Table,
  mostRows = MOST_ROWS,
): Readable {
  const zip = new ZipFile();
  let told = 0;
  let isCut = false;
  async function* listed() {
    for await (const row of rows) {
      if (told === mostRows) {
        isCut = true;
        return;
      }
      told += 1;
      yield row;
    }
  }
  // Read when the list is written, so that it can say how long that was.
  async function* aboutRows(): AsyncGenerator<Cell[]> {
    yield ['List', title];
    yield* Object.entries(about);
    yield ['Times', 'UTC'];
    yield ['Rows', told];
    if (isCut) {
      yield [
        'Not complete',
        `A sheet has room for ${mostRows} rows and there are more: save the list as CSV, or filter it`,
      ];
    }
  }
  for (const [path, text] of packageParts([title, ABOUT])) {
    zip.addBuffer(Buffer.from(text), path, { mtime });
  }
  const sheets = [
    sheetOf(headers, listed(), { isList: true }),
    sheetOf(['About this file', ''], aboutRows(), { isList: false }),
  ].map(sheet => Readable.from(sheet, { objectMode: false }));
  sheets.forEach((sheet, i) =>
    zip.addReadStream(sheet, `xl/worksheets/sheet${i + 1}.xml`, { mtime }),
  );
  zip.end();
  const written = zip.outputStream as Readable;
  const fail = (error: Error) => written.destroy(error);
  zip.once('error', fail);
  sheets.forEach(sheet => sheet.once('error', fail));
  written.once('close', () => sheets.forEach(sheet => sheet.destroy()));
  return written;
}
