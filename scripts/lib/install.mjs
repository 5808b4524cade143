import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';
import { runYarn } from './run.mjs';

const stamp = join(root, 'node_modules/.cache/installed-from');

const fingerprint = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'yarn.lock')))
    .update(readFileSync(join(root, 'package.json')))
    .update(process.version)
    .digest('hex');

/** Installs what the lockfile says, unless it was installed already by this Node. */
export async function install() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return 'already installed';
  }
  process.stdout.write(
    'Installing the dependencies (the first time takes a minute or two; SQLite is compiled)\n',
  );
  const code = await runYarn(['install', '--immutable']);
  if (code !== 0) {
    throw new Error(
      'The installation failed: see above. It needs the npm registry, python3, make and a C++ compiler.',
    );
  }
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  writeFileSync(stamp, wanted);
  return 'installed';
}
