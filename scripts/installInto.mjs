import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { checkNode, root } from './lib/environment.mjs';
import { install } from './lib/install.mjs';
import { run, runYarn } from './lib/run.mjs';

const usage = `npm run install:into -- <portal>

Packs the plugins of this clone and adds them to a Backstage portal, as npm would: for as long as they are not
published there. <portal> is the root of the portal, with packages/app and packages/backend.
`;

/** Which packages a portal's own packages name; the others come with them. */
const wanted = {
  'packages/backend': [
    '@entra-mfa/backstage-plugin-entra-mfa-backend',
    '@entra-mfa/backstage-plugin-catalog-backend-module-entra-mfa',
    // A policy names the permissions and the rules.
    '@entra-mfa/backstage-plugin-entra-mfa-common',
    '@entra-mfa/backstage-plugin-entra-mfa-node',
  ],
  'packages/app': ['@entra-mfa/backstage-plugin-entra-mfa'],
};

const say = text => process.stdout.write(`${text}\n`);

function stop(why) {
  process.stderr.write(`${why}\n\n${usage}`);
  process.exit(1);
}

const readJson = path => JSON.parse(readFileSync(path, 'utf8'));
const writeJson = (path, content) =>
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);

/** Throws with what went wrong where a step did. */
async function must(what, exitCode) {
  if ((await exitCode) !== 0) {
    throw new Error(`${what} failed: see above`);
  }
}

/** The packages that are published, by name, with their folders. */
function published() {
  const folders = readdirSync(join(root, 'plugins')).map(name =>
    join(root, 'plugins', name),
  );
  return folders
    .map(folder => [readJson(join(folder, 'package.json')).name, folder])
    .filter(([name]) => name.startsWith('@entra-mfa/'));
}

/** Packs every package into a folder of the portal, and tells which file is which. */
async function pack(portal) {
  const folder = join(portal, '.entra-mfa');
  mkdirSync(folder, { recursive: true });
  await must('Compiling', runYarn(['tsc', '--incremental', 'false']));
  const files = {};
  for (const [name, cwd] of published()) {
    const file = join(folder, `${name.split('/')[1]}.tgz`);
    await must(`Building ${name}`, runYarn(['build'], { cwd }));
    await must(`Packing ${name}`, runYarn(['pack', '--out', file], { cwd }));
    files[name] = file;
  }
  return files;
}

/** Names the files in the portal's package.json files; every range of one of them means its file. */
function name(portal, files) {
  const from = (folder, file) => `file:${relative(folder, file)}`;
  const path = join(portal, 'package.json');
  const manifest = readJson(path);
  manifest.resolutions = { ...manifest.resolutions };
  for (const [each, file] of Object.entries(files)) {
    manifest.resolutions[each] = from(portal, file);
  }
  writeJson(path, manifest);
  for (const [folder, names] of Object.entries(wanted)) {
    const own = join(portal, folder, 'package.json');
    const content = readJson(own);
    content.dependencies = { ...content.dependencies };
    for (const each of names) {
      content.dependencies[each] = from(join(portal, folder), files[each]);
    }
    writeJson(own, content);
  }
}

/** The portal's own Yarn, where it has one in its folder. */
function yarnOf(portal) {
  const settings = join(portal, '.yarnrc.yml');
  const [, path] =
    (existsSync(settings) &&
      /^yarnPath: (\S+)/m.exec(readFileSync(settings, 'utf8'))) ||
    [];
  return path && join(portal, path);
}

checkNode();
const [given] = process.argv.slice(2);
if (!given || given.startsWith('-')) {
  stop('Which portal?');
}
const portal = resolve(given);
for (const folder of ['.', ...Object.keys(wanted)]) {
  if (!existsSync(join(portal, folder, 'package.json'))) {
    stop(`${join(portal, folder)} has no package.json: is ${portal} a portal?`);
  }
}
try {
  await install();
  name(portal, await pack(portal));
  const yarn = yarnOf(portal);
  if (yarn) {
    await must(
      'Installing in the portal',
      run(process.execPath, [yarn, 'install'], { cwd: portal }),
    );
  } else {
    say('Now run yarn install in the portal.');
  }
  say(
    'The plugins are there. Go on with the README, "Install it in your portal", at its fourth step: without its "yarn add".',
  );
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
