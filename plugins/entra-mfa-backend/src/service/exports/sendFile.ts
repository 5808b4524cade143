import {
  fileMediaTypes,
  type FileFormat,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Response } from 'express';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvOf, type Table } from './csvOf';
import type { ListFile } from './ListFile';
import { xlsxOf } from './xlsxOf';

/** How many rows of a file had been sent when it was cut off. */
const cutAfter = new WeakMap<object, number>();

/** How many rows went out before a file failed; 0 of anything else that failed. */
export function rowsBefore(error: unknown): number {
  return cutAfter.get(Object(error)) ?? 0;
}

const writers: Record<FileFormat, (table: Table) => Readable> = {
  csv: csvOf,
  xlsx: xlsxOf,
};

/**
 * Sends a list as a file, row by row as they are read.
 *
 * @returns how many rows were sent; of one that is cut off, `rowsBefore` tells it by the error
 */
export async function sendFile<Row>(
  response: Response,
  { name, title, columns, rows, about }: ListFile<Row>,
  format: FileFormat,
): Promise<number> {
  const source = rows[Symbol.asyncIterator]();
  const first = await source.next();
  const values = Object.values(columns);
  let sent = 0;
  async function* cells() {
    try {
      for (let next = first; !next.done; next = await source.next()) {
        const { value: row } = next;
        sent += 1;
        yield values.map(value => value(row));
      }
    } finally {
      await source.return?.();
    }
  }
  response.type(fileMediaTypes[format]);
  response.attachment(`${name}.${format}`);
  // Pages of another origin may read the name only where it is named here.
  response.append('Access-Control-Expose-Headers', 'Content-Disposition');
  const written = writers[format]({
    title,
    headers: Object.keys(columns),
    rows: cells(),
    isEmpty: first.done === true,
    about,
  });
  try {
    await pipeline(written, response);
  } catch (error) {
    cutAfter.set(Object(error), sent);
    throw error;
  }
  return sent;
}
