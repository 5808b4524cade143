import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { yarn } from '../environment.mjs';
import { run } from '../run.mjs';

/** The newest release there is: its portal is of Backstage 1.55. */
const createApp = '@backstage/create-app@0.9.2';

/**
 * Makes a portal as create-app does, of the new frontend system or the old one, and resolves with the exit code.
 * create-app asks for a name, for a Yarn on the path, and for a Node that it knows.
 */
export async function newPortal({ folder, portal, frontend }) {
  const programs = join(folder, 'bin');
  const link = join(programs, 'yarn');
  mkdirSync(programs);
  writeFileSync(link, `#!/bin/sh\nexec node "${yarn}" "$@"\n`);
  chmodSync(link, 0o755);
  const major = Number(process.versions.node.split('.')[0]);
  const packages = [createApp, ...(major < 22 ? ['node@22'] : [])];
  const command = [
    ...['npx', '--yes', ...packages.map(name => `-p ${name}`)],
    ...['backstage-create-app', '--skip-install', '--path', `"${portal}"`],
    ...(frontend === 'old' ? ['--legacy'] : []),
  ].join(' ');
  return run('sh', ['-c', `echo portal | ${command}`], {
    cwd: folder,
    env: { PATH: `${programs}${delimiter}${process.env.PATH}` },
  });
}
