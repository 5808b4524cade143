import type { Response } from 'express';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** How many rows had been sent when an answer was cut off. */
const cutAfter = new WeakMap<object, number>();

/** How many rows went out before an answer failed; 0 of anything else that failed. */
export function rowsBefore(error: unknown): number {
  return cutAfter.get(Object(error)) ?? 0;
}

/**
 * Sends rows as they are read.
 *
 * @param write - begins the answer, once the first row was read: what fails before is an error and not half
 * an answer
 * @returns how many rows were sent; of an answer that is cut off, `rowsBefore` tells it by the error
 */
export async function sendRows<Row>(
  response: Response,
  rows: AsyncIterable<Row>,
  write: (rows: AsyncIterable<Row>, isEmpty: boolean) => Readable,
): Promise<number> {
  const source = rows[Symbol.asyncIterator]();
  const first = await source.next();
  let sent = 0;
  async function* counted() {
    try {
      for (let next = first; !next.done; next = await source.next()) {
        sent += 1;
        yield next.value;
      }
    } finally {
      await source.return?.();
    }
  }
  const written = write(counted(), first.done === true);
  try {
    await pipeline(written, response);
  } catch (error) {
    cutAfter.set(Object(error), sent);
    throw error;
  }
  return sent;
}
