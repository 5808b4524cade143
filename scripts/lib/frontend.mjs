import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, yarn } from './environment.mjs';
import { runQuietly } from './run.mjs';

function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, {
    withFileTypes: true,
    recursive: true,
  })) {
    if (entry.isFile()) {
      time = Math.max(
        time,
        statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs,
      );
    }
  }
  return time;
}

/** Builds the portal's pages, unless they are newer than all they are made of. */
export async function buildFrontend(say) {
  const built = join(root, 'packages/app/dist/index.html');
  const sources = [
    'packages/app/src',
    'plugins/entra-mfa/src',
    'plugins/entra-mfa-common/src',
  ];
  const changed = Math.max(
    ...sources.map(folder => newest(join(root, folder))),
    statSync(join(root, 'yarn.lock')).mtimeMs,
  );
  if (existsSync(built) && statSync(built).mtimeMs > changed) {
    say('  Pages: built already');
    return;
  }
  // The portal starts meanwhile, and takes longer.
  const { code, output } = await runQuietly(
    process.execPath,
    [yarn, 'workspace', 'app', 'build'],
    { inBackground: true },
  );
  if (code !== 0) {
    throw new Error(`The pages could not be built:\n${output}`);
  }
  say('  Pages: built');
}
