import type { BundleFile, BundlePerson } from '@entra-mfa/evidence';
import type { Response } from 'express';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { sendRows } from '../exports/sendRows';
import type { Bundle } from './Bundle';

/** So many people are written at once. */
const AT_ONCE = 500;

/** So many bytes of whole files may wait to be sent. A bundle can have thousands of files. */
const MOST_WAITING = 2_000_000;

/** The same bytes whenever and wherever it is written. */
const written = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/**
 * Sends a bundle, file by file as they are made.
 *
 * @returns how many people were sent; see `sendRows`
 */
export async function sendBundle(
  response: Response,
  { name, people, files }: Bundle,
): Promise<number> {
  return sendRows(response, people ?? nobody(), all => {
    response.type('application/zip');
    response.attachment(`${name}.zip`);
    return zipOf(files(people && inBatches(all)));
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

function zipOf(files: AsyncIterable<BundleFile>): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: Error) => output.destroy(error);
  zip.on('error', fail);
  addFiles(zip, output, files).catch(fail);
  return output;
}

async function addFiles(
  zip: ZipFile,
  output: Readable,
  files: AsyncIterable<BundleFile>,
): Promise<void> {
  let waiting = 0;
  for await (const { name, content: bytes } of files) {
    if (bytes instanceof Uint8Array && waiting < MOST_WAITING) {
      zip.addBuffer(Buffer.from(bytes), name, written);
      waiting += bytes.length;
    } else {
      // What is read to its end was preceded by all before it.
      const stream = Readable.from(
        bytes instanceof Uint8Array ? [Buffer.from(bytes)] : bytes,
        { objectMode: false },
      );
      // Whoever asked may go away: then nobody reads on.
      output.once('close', () =>
        stream.destroy(new Error('The answer was cut off')),
      );
      zip.addReadStream(stream, name, written);
      await once(stream, 'end');
      waiting = 0;
    }
  }
  zip.end();
}
