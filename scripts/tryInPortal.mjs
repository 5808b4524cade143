import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode, root } from './lib/environment.mjs';
import { freePort } from './lib/freePort.mjs';
import { install } from './lib/install.mjs';
import { followReadme, readmePackages } from './lib/portal/followReadme.mjs';
import { forSimulator } from './lib/portal/forSimulator.mjs';
import { hasPortalsOwn } from './lib/portal/hasPortalsOwn.mjs';
import { newPortal } from './lib/portal/newPortal.mjs';
import {
  hasItsLockfile,
  raiseBackstage,
} from './lib/portal/raiseBackstage.mjs';
import { startPortal } from './lib/portal/startPortal.mjs';
import { startTenant } from './lib/portal/startTenant.mjs';
import { run, runYarn } from './lib/run.mjs';
import { stopServices } from './lib/service.mjs';

const usage = `npm run install:try -- [options]

Makes a new portal with create-app, puts the plugins of this clone into it as the README says, starts it beside a
simulated tenant, and sees a team's gap in a browser.

  --frontend SYSTEM   the portal's frontend system: new (the default) or old
  --backstage WHICH   created (the default), as create-app makes it, or newest, with the newest release of each
                      package; it is newest too where create-app cannot download the lockfile of its release
  --pictures FOLDER   keep pictures of the pages
  --keep              keep the portal, and print where it is
  --help              print this
`;

const choicesOf = {
  frontend: ['new', 'old'],
  backstage: ['created', 'newest'],
};

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        frontend: { type: 'string', default: 'new' },
        backstage: { type: 'string', default: 'created' },
        pictures: { type: 'string' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    for (const [name, choices] of Object.entries(choicesOf)) {
      if (!choices.includes(values[name])) {
        throw new Error(
          `--${name} must be ${choices.join(' or ')}, not "${values[name]}"`,
        );
      }
    }
    if (values.help) {
      process.stdout.write(usage);
      process.exit(0);
    }
    return values;
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    return process.exit(2);
  }
}

async function step(name, work) {
  process.stdout.write(`\n── ${name}\n`);
  const started = Date.now();
  if ((await work()) > 0) {
    throw new Error(`${name} failed: see above`);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(`── ${name}: ${seconds} s\n`);
}

checkNode();
const { frontend, backstage, pictures, keep } = readOptions();
// Apart from this repository, whose packages would be found where the portal's are missing.
const folder = mkdtempSync(join(tmpdir(), 'entra-mfa-portal-'));
const portal = join(folder, 'portal');
const env = {
  // What was released yesterday is no danger to a portal that is thrown away.
  YARN_NPM_MINIMAL_AGE_GATE: '0',
  // In CI, Yarn takes a lockfile that changes for a mistake.
  YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
};

/** Those of other people; what they bring is installed with the plugins. */
async function addPackages() {
  for (const { folder: to, names } of readmePackages()) {
    const code = await runYarn(['add', ...names, '--mode=update-lockfile'], {
      cwd: join(portal, to),
      env,
    });
    if (code > 0) {
      return code;
    }
  }
  return 0;
}

/** What an app may say of the plugin, besides what the README has it say. */
function useTypes() {
  writeFileSync(
    join(portal, 'packages/app/src/entraMfa.ts'),
    `import type { FrontendFeature } from '@backstage/frontend-plugin-api';
import plugin from '@entra-mfa/backstage-plugin-entra-mfa';

export const feature: FrontendFeature = plugin;
export { EntraMfaPage } from '@entra-mfa/backstage-plugin-entra-mfa/legacy';
`,
  );
}

async function compile() {
  if (frontend === 'new') useTypes();
  return run(process.execPath, [
    ...[join(portal, 'node_modules/typescript/bin/tsc'), '--noEmit'],
    ...['--emitDeclarationOnly', 'false', '--project', portal],
  ]);
}

/** While a plugin starts, its routes wait; a route that nobody has is answered with 404. */
async function answersOnlyWithToken(backendUrl) {
  const url = `${backendUrl}/api/entra-mfa/v1/overview`;
  const { status } = await fetch(url);
  if (status !== 401) {
    throw new Error(`GET ${url} without a token answered ${status}, not 401`);
  }
}

let code = 0;
try {
  await step('Dependencies', async () => void (await install()));
  await step('A new portal', () => newPortal({ folder, portal, frontend }));
  if (backstage === 'newest' || !hasItsLockfile(portal)) {
    await step('The newest Backstage', () => raiseBackstage(portal, env));
  }
  await step('The packages of the README', addPackages);
  await step('The plugins in it', () =>
    run(process.execPath, [join(root, 'scripts/installInto.mjs'), portal], {
      env,
    }),
  );
  await step("The portal's own packages", () => hasPortalsOwn(portal));
  const addresses = {
    appUrl: `http://localhost:${await freePort()}`,
    backendUrl: `http://localhost:${await freePort()}`,
  };
  const tenant = await startTenant(folder, addresses.appUrl);
  await step('The files of the README', () =>
    followReadme(portal, frontend, text => forSimulator(text, tenant.access)),
  );
  await step('Types', compile);
  await step('The portal starts', async () => {
    await startPortal({ portal, folder, addresses, tenant });
    await answersOnlyWithToken(addresses.backendUrl);
  });
  await step("A team's gap in a browser", () =>
    runYarn(
      ['playwright', 'test', '--config', 'packages/app/e2e-tests/installed'],
      {
        env: {
          INSTALLED_PORTAL_URL: addresses.appUrl,
          ...(pictures && { INSTALLED_PICTURES: resolve(pictures) }),
        },
      },
    ),
  );
  process.stdout.write(
    `\nInstalled in the ${frontend} frontend system, and a team's gap was seen.\n`,
  );
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  code = 1;
}
await stopServices();
if (keep) {
  process.stdout.write(`The portal is in ${portal}\n`);
} else {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);
