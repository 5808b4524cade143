import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

/** Whether what the lockfile says is installed for this Node. */
export function isInstalled() {
  return (
    (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) ||
    (installedByYarn() && nativeAddonsRun())
  );
}

/** Installs what the lockfile says, unless it was installed already for this Node. */
export async function install() {
  const before = isInstalled();
  if (!before) {
    process.stdout.write(
      'Installing the dependencies (the first time takes a few minutes: 1 GB is downloaded, and SQLite is compiled)\n',
    );
    const code = await runYarn(['install', '--immutable']);
    if (code !== 0) {
      throw new Error(
        'The installation failed: see above. It needs the npm registry, python3, make and a C++ compiler.',
      );
    }
  }
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  writeFileSync(stamp, fingerprint());
  return before ? 'already installed' : 'installed';
}

/** Whether Yarn was run here after the lockfile and every manifest got their present content. */
function installedByYarn() {
  const state = join(root, '.yarn/install-state.gz');
  const tree = join(root, 'node_modules/.yarn-state.yml');
  if (!existsSync(state) || !existsSync(tree)) {
    return false;
  }
  const manifests = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder)).map(name => `${folder}/${name}`),
  );
  const changed = ['.', ...manifests]
    .map(folder => join(root, folder, 'package.json'))
    .concat(join(root, 'yarn.lock'))
    .filter(existsSync)
    .map(file => statSync(file).mtimeMs);
  return statSync(state).mtimeMs >= Math.max(...changed);
}

/** Tried in a process of its own: an addon that was compiled for another Node does not load. */
function nativeAddonsRun() {
  const program = `new (require('better-sqlite3'))(':memory:').close()`;
  const { status } = spawnSync(process.execPath, ['-e', program], {
    cwd: root,
    stdio: 'ignore',
  });
  return status === 0;
}
