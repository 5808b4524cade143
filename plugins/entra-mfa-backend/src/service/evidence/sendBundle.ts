import {
  bundleFiles,
  type BundleContent,
  type BundlePerson,
} from '@entra-mfa/evidence';
import type { Response } from 'express';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { sendRows } from '../exports/sendRows';
import type { Bundle } from './openBundle';

/** So many people are written at once. */
const AT_ONCE = 500;

/** The same bytes whenever and wherever it is written. */
const written = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/**
 * Sends a bundle, file by file as they are made.
 *
 * @returns how many people were sent; see `sendRows`
 */
export async function sendBundle(
  response: Response,
  { name, content, people }: Bundle,
): Promise<number> {
  return sendRows(response, people ?? nobody(), all => {
    response.type('application/zip');
    response.attachment(`${name}.zip`);
    const told = people && inBatches(all);
    return zipOf({ ...content, people: told });
  });
}

async function* nobody(): AsyncGenerator<BundlePerson> {}

async function* inBatches(people: AsyncIterable<BundlePerson>) {
  let batch: BundlePerson[] = [];
  for await (const person of people) {
    batch.push(person);
    if (batch.length === AT_ONCE) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

function zipOf(content: BundleContent): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: Error) => output.destroy(error);
  zip.on('error', fail);
  addFiles(zip, output, content).catch(fail);
  return output;
}

async function addFiles(
  zip: ZipFile,
  output: Readable,
  content: BundleContent,
): Promise<void> {
  for await (const { name, content: bytes } of bundleFiles(content)) {
    if (bytes instanceof Uint8Array) {
      zip.addBuffer(Buffer.from(bytes), name, written);
    } else {
      const stream = Readable.from(bytes, { objectMode: false });
      // Whoever asked may go away: then nobody reads on.
      output.once('close', () =>
        stream.destroy(new Error('The answer was cut off')),
      );
      zip.addReadStream(stream, name, written);
      await once(stream, 'end');
    }
  }
  zip.end();
}
