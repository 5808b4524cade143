import type { BundleFile } from '@entra-mfa/evidence';
import type { Response } from 'express';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openBundleFile } from '@entra-mfa/evidence';
import { sendBundle } from './sendBundle';

jest.setTimeout(60_000);

/** Makes so many files, and counts how many were asked for. */
class Files {
  made = 0;
  readonly #contents: readonly Buffer[];

  constructor(contents: readonly Buffer[]) {
    this.#contents = contents;
  }

  async *all(): AsyncGenerator<BundleFile> {
    for (const content of this.#contents) {
      this.made += 1;
      yield { name: `evidence/${this.made}.json`, content };
    }
  }
}

function answer(files: Files) {
  const response = new PassThrough() as unknown as Response & PassThrough;
  response.type = () => response;
  response.attachment = () => response;
  const sent = sendBundle(response, {
    ...{ tenantId: 'one', name: 'bundle', people: null },
    files: () => files.all(),
  });
  return { response, sent };
}

it('sends many files whole, the same bytes again, and makes no more than go out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sent-'));
  // Of random bytes, so that they stay as large as they are.
  const contents = Array.from({ length: 100 }, () => randomBytes(200_000));
  const files = new Files(contents);
  const { response, sent } = answer(files);
  // Nobody reads yet.
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(files.made).toBeLessThan(60);
  const bytes = await buffer(response);
  await sent;
  const path = join(folder, 'bundle.zip');
  writeFileSync(path, bytes);
  const bundle = await openBundleFile(path);
  for (const [place, content] of contents.entries()) {
    const name = `evidence/${place + 1}.json`;
    expect(content.equals(await buffer(bundle.read(name)))).toBe(true);
  }
  expect(bundle.names).toHaveLength(100);
  bundle.close();
  rmSync(folder, { recursive: true });
  const again = answer(new Files(contents));
  expect((await buffer(again.response)).equals(bytes)).toBe(true);
});
