import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../environment.mjs';
import { readJson } from '../readJson.mjs';
import { runYarn } from '../run.mjs';

const lockfileOf = portal => join(portal, 'yarn.lock');

/** Whether create-app could download the lockfile of its release, without which its portal has several releases in one. */
export function hasItsLockfile(portal) {
  return readFileSync(lockfileOf(portal), 'utf8').includes('@backstage/');
}

/**
 * Raises a portal to the newest release of each package of Backstage, also of those that others bring, and resolves
 * with the exit code. Where it has no lockfile, what is not of Backstage is as this repository has it.
 */
export function raiseBackstage(portal, env) {
  const from = hasItsLockfile(portal) ? portal : root;
  const [head, ...entries] = readFileSync(lockfileOf(from), 'utf8').split(
    /\n(?=\S)/,
  );
  const others = entries.filter(
    entry => !/^"@(backstage|entra-mfa)\//.test(entry),
  );
  writeFileSync(lockfileOf(portal), [head, ...others].join('\n'));
  const manifest = join(portal, 'package.json');
  const content = readJson(manifest);
  content.resolutions = readJson(join(root, 'package.json')).resolutions;
  writeFileSync(manifest, `${JSON.stringify(content, null, 2)}\n`);
  return runYarn(['up', '@backstage/*', '--mode=update-lockfile'], {
    cwd: portal,
    env,
  });
}
