import {
  fileMediaTypes,
  type FileFormat,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Response } from 'express';
import type { Readable } from 'node:stream';
import { csvOf, type Table } from './csvOf';
import type { ListFile } from './ListFile';
import { sendRows } from './sendRows';
import { xlsxOf } from './xlsxOf';

const writers: Record<FileFormat, (table: Table) => Readable> = {
  csv: csvOf,
  xlsx: xlsxOf,
};

/**
 * Sends a list as a file, row by row as they are read.
 *
 * @returns how many rows were sent; see `sendRows`
 */
export async function sendFile<Row>(
  response: Response,
  { name, title, columns, rows, about }: ListFile<Row>,
  format: FileFormat,
): Promise<number> {
  const values = Object.values(columns);
  async function* cellsOf(all: AsyncIterable<Row>) {
    for await (const row of all) {
      yield values.map(value => value(row));
    }
  }
  return sendRows(response, rows, (all, isEmpty) => {
    response.type(fileMediaTypes[format]);
    response.attachment(`${name}.${format}`);
    // Pages of another origin may read the name only where it is named here.
    response.append('Access-Control-Expose-Headers', 'Content-Disposition');
    return writers[format]({
      title,
      headers: Object.keys(columns),
      rows: cellsOf(all),
      isEmpty,
      about,
    });
  });
}
