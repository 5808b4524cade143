import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readJson } from '../readJson.mjs';

const plugins = [
  ['packages/app', '@entra-mfa/backstage-plugin-entra-mfa'],
  ['packages/backend', '@entra-mfa/backstage-plugin-entra-mfa-backend'],
  [
    'packages/backend',
    '@entra-mfa/backstage-plugin-catalog-backend-module-entra-mfa',
  ],
];

function folderOf(name, from) {
  const { resolve } = createRequire(join(from, 'package.json'));
  return realpathSync(dirname(resolve(`${name}/package.json`)));
}

/** Throws where a plugin has a second copy of a package: it would have contexts of its own, or load twice. */
export function hasPortalsOwn(portal) {
  for (const [folder, plugin] of plugins) {
    const from = join(portal, folder);
    const installed = folderOf(plugin, from);
    const { peerDependencies } = readJson(join(installed, 'package.json'));
    for (const name of Object.keys(peerDependencies)) {
      if (!name.startsWith('@types/')) {
        const [its, own] = [folderOf(name, installed), folderOf(name, from)];
        if (its !== own) {
          throw new Error(`${plugin} has ${its}, and the portal ${own}`);
        }
      }
    }
  }
}
