import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Yarn is in the repository, so that a machine with nothing but Node can install. */
export const yarn = join(
  root,
  readFileSync(join(root, '.yarnrc.yml'), 'utf8').match(/yarnPath: (\S+)/)[1],
);

/** Stops with what to do when this Node cannot run the portal. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const old = major < 20 || (major === 20 && minor < 19);
  const odd = major === 21 || major === 23;
  if (old || odd || major >= 24) {
    process.stderr.write(
      `Node ${process.versions.node} cannot run this portal: the SQLite driver of Backstage 1.55 runs on Node 20 (from 20.19) and 22.\n` +
        `Install Node 22, or run it once with: npx -p node@22 ${
          process.env.npm_lifecycle_event
            ? `npm run ${process.env.npm_lifecycle_event}`
            : 'node scripts/…'
        }\n`,
    );
    process.exit(1);
  }
}

/**
 * The environment of every step. Native addons are compiled against the headers that came with this
 * Node where they are on the machine, because a machine may have no way to download them.
 */
export function stepEnvironment(extra = {}) {
  const prefix = dirname(dirname(process.execPath));
  const header = join(prefix, 'include/node/node_version.h');
  const environment = { ...process.env, ...extra };
  if (!environment.npm_config_nodedir && existsSync(header)) {
    const version = ['MAJOR', 'MINOR', 'PATCH']
      .map(
        part =>
          readFileSync(header, 'utf8').match(
            new RegExp(`define NODE_${part}_VERSION (\\d+)`),
          )?.[1],
      )
      .join('.');
    if (version === process.versions.node) {
      environment.npm_config_nodedir = prefix;
    }
  }
  return environment;
}
