import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { openPromise, type Entry } from 'yauzl';
import type { BundleReader } from './BundleChecks';

/**
 * A bundle on disk: the file as it was downloaded, or the folder into which it was unpacked.
 *
 * @throws Error where there is neither, or the file is no ZIP.
 *
 * @public
 */
export async function openBundleFile(
  path: string,
): Promise<BundleReader & { close(): void }> {
  return (await stat(path)).isDirectory() ? openFolder(path) : openZip(path);
}

async function openFolder(path: string) {
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  const names = found
    .filter(entry => !entry.isDirectory())
    .map(entry =>
      relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'),
    );
  return {
    names,
    read: (name: string) => createReadStream(join(path, name)),
    close() {},
  };
}

async function openZip(path: string) {
  const zip = await openPromise(path, { autoClose: false });
  const entries = new Map<string, Entry>();
  const names: string[] = [];
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/')) {
      entries.set(entry.fileName, entry);
      names.push(entry.fileName);
    }
  }
  return {
    names,
    async *read(name: string) {
      yield* await zip.openReadStreamPromise(entries.get(name)!);
    },
    close: () => zip.close(),
  };
}
