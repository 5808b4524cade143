import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root, yarn } from '../lib/environment.mjs';
import { run, runQuietly } from '../lib/run.mjs';

/*
 * Compiles the plugins against the newest releases of Backstage that their ranges allow; the repository
 * itself is compiled against the oldest. What is not of Backstage is found where the plugins find it.
 */
const here = join(root, 'scripts/newest');
const folder = join(root, '.cache/newest');
const installation = join(folder, 'installation');
const update = process.argv.includes('--update');

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));
const plugins = readdirSync(join(root, 'plugins'));

/** One without a pin would be found in the repository, where it is the oldest. */
function requirePins() {
  const pins = readJson(join(here, 'package.json')).dependencies;
  const used = plugins.flatMap(plugin => {
    const manifest = readJson(join(root, 'plugins', plugin, 'package.json'));
    return Object.keys({
      ...manifest.dependencies,
      ...manifest.peerDependencies,
    });
  });
  const missing = used.filter(
    name => name.startsWith('@backstage/') && !(name in pins),
  );
  if (missing.length > 0) {
    throw new Error(
      `scripts/newest/package.json lacks ${missing.join(
        ', ',
      )}: pin the newest release there, and run "yarn tsc:newest --update"`,
    );
  }
}

async function install() {
  mkdirSync(installation, { recursive: true });
  for (const file of ['package.json', 'yarn.lock']) {
    copyFileSync(join(here, file), join(installation, file));
  }
  const { code, output } = await runQuietly(
    process.execPath,
    [
      yarn,
      'install',
      '--mode=skip-build',
      update ? '--no-immutable' : '--immutable',
    ],
    { cwd: installation, env: { YARN_NM_MODE: 'hardlinks-global' } },
  );
  if (code !== 0) {
    throw new Error(`The newest releases were not installed:\n${output}`);
  }
  if (update) {
    copyFileSync(join(installation, 'yarn.lock'), join(here, 'yarn.lock'));
  }
}

/** Copies, because a compiler that follows a link looks for packages where it leads to. */
function copySources() {
  rmSync(join(folder, 'plugins'), { recursive: true, force: true });
  for (const plugin of plugins) {
    const source = join(root, 'plugins', plugin);
    const copy = join(folder, 'plugins', plugin);
    const isPublished = file =>
      !/(\.test\.tsx?|setupTests\.ts)$/.test(file) &&
      !relative(source, file).split(sep).includes('__testUtils__');
    cpSync(join(source, 'src'), join(copy, 'src'), {
      recursive: true,
      filter: isPublished,
    });
    copyFileSync(join(source, 'package.json'), join(copy, 'package.json'));
  }
  copyFileSync(join(here, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(
    join(installation, 'node_modules/@backstage'),
    join(folder, 'node_modules/@backstage'),
    'junction',
  );
}

requirePins();
await install();
copySources();
process.exit(
  await run(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    '--project',
    folder,
  ]),
);
