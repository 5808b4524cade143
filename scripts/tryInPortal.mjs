import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { checkNode, root, yarn } from './lib/environment.mjs';
import { freePort } from './lib/freePort.mjs';
import { install } from './lib/install.mjs';
import { run } from './lib/run.mjs';
import { startService, stopServices } from './lib/service.mjs';

/*
 * Makes a new portal with the pinned create-app, puts the plugins of this clone into it as the README
 * says, and sees whether they have the portal's own packages, compile there, and answer.
 */
const createApp = '@backstage/create-app@0.9.2';
// Apart from this repository, whose packages would be found where the portal's are missing.
const folder = mkdtempSync(join(tmpdir(), 'entra-mfa-portal-'));
const portal = join(folder, 'portal');
const backend = join(portal, 'packages/backend');
const app = join(portal, 'packages/app');

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

async function step(name, work) {
  process.stdout.write(`\n── ${name}\n`);
  const started = Date.now();
  if ((await work()) > 0) {
    throw new Error(`${name} failed: see above`);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(`── ${name}: ${seconds} s\n`);
}

/** It asks for its name, for a Yarn on the path, and for a Node that it knows. */
async function makePortal() {
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
  ].join(' ');
  const code = await run('sh', ['-c', `echo portal | ${command}`], {
    cwd: folder,
    env: { PATH: `${programs}${delimiter}${process.env.PATH}` },
  });
  seedLockfile();
  return code;
}

/** create-app downloads the lockfile of its release; a machine that cannot takes this repository's. */
function seedLockfile() {
  const lockfile = join(portal, 'yarn.lock');
  if (readFileSync(lockfile, 'utf8').includes('@backstage/')) {
    return;
  }
  writeFileSync(lockfile, readFileSync(join(root, 'yarn.lock')));
  const manifest = join(portal, 'package.json');
  const content = readJson(manifest);
  content.resolutions = readJson(join(root, 'package.json')).resolutions;
  writeFileSync(manifest, `${JSON.stringify(content, null, 2)}\n`);
}

/** As the README says; the app finds the plugin itself, and compiles what an app may say of it. */
function addToPortal() {
  const index = join(backend, 'src/index.ts');
  const added = [
    '@entra-mfa/backstage-plugin-entra-mfa-backend',
    '@entra-mfa/backstage-plugin-catalog-backend-module-entra-mfa',
  ].map(name => `backend.add(import('${name}'));\n`);
  const content = readFileSync(index, 'utf8');
  writeFileSync(
    index,
    content.replace('backend.start();', `${added.join('')}backend.start();`),
  );
  writeFileSync(
    join(app, 'src/entraMfa.ts'),
    `import type { FrontendFeature } from '@backstage/frontend-plugin-api';
import plugin from '@entra-mfa/backstage-plugin-entra-mfa';

export const feature: FrontendFeature = plugin;
export { EntraMfaPage } from '@entra-mfa/backstage-plugin-entra-mfa/legacy';
`,
  );
}

/** A second copy of these would have contexts of its own, or load twice. */
function hasPortalsOwn() {
  const folderOf = (name, from) =>
    realpathSync(
      dirname(
        createRequire(join(from, 'package.json')).resolve(
          `${name}/package.json`,
        ),
      ),
    );
  for (const [from, plugin] of [
    [app, '@entra-mfa/backstage-plugin-entra-mfa'],
    [backend, '@entra-mfa/backstage-plugin-entra-mfa-backend'],
    [backend, '@entra-mfa/backstage-plugin-catalog-backend-module-entra-mfa'],
  ]) {
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

/** While a plugin starts, its routes wait; a route that nobody has is answered with 404. */
async function answers() {
  const port = await freePort();
  await startService({
    name: 'portal',
    log: join(folder, 'backend.log'),
    cwd: backend,
    args: [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs', 'src'],
      ...['--config', join(portal, 'app-config.yaml')],
    ],
    env: {
      NODE_ENV: 'development',
      APP_CONFIG_backend_listen: JSON.stringify({ host: 'localhost', port }),
    },
    ready: /Plugin initialization complete/,
  });
  const url = `http://localhost:${port}/api/entra-mfa/v1/overview`;
  const { status } = await fetch(url);
  if (status !== 401) {
    throw new Error(`GET ${url} without a token answered ${status}, not 401`);
  }
}

checkNode();
let code = 0;
try {
  await step('Dependencies', async () => void (await install()));
  await step('A new portal', makePortal);
  await step('The plugins in it', () =>
    run(process.execPath, [join(root, 'scripts/installInto.mjs'), portal], {
      // What was released yesterday is no danger to a portal that is thrown away.
      env: { YARN_NPM_MINIMAL_AGE_GATE: '0' },
    }),
  );
  await step("The portal's own packages", hasPortalsOwn);
  await step('Types', () => {
    addToPortal();
    return run(process.execPath, [
      ...[join(portal, 'node_modules/typescript/bin/tsc'), '--noEmit'],
      ...['--emitDeclarationOnly', 'false', '--project', portal],
    ]);
  });
  await step('The backend', answers);
  process.stdout.write('\nInstalled, compiled, and answered.\n');
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  code = 1;
}
await stopServices();
if (!process.argv.includes('--keep')) {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);
