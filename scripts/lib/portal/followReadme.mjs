import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeBlocks } from './readmeBlocks.mjs';

/** Where in the files of create-app's portal stands what the README names in words. */
const places = {
  routes: /(?=<\/FlatRoutes>)/,
  Root: /(?=\{\/\* End global nav \*\/\})/,
};

/** A page of an entity is a constant of that name; its first cards stand after the warnings. */
const placeOf = name =>
  places[name] ??
  new RegExp(`(?<=\\nconst ${name} = \\([^]*?\\{entityWarningContent\\})`);

function change(file, work) {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, work(before));
}

/** Adds what stands before the first `// in …` at the top, and what follows each where it says. */
function addToPage(content, { file, code }) {
  const [imports, ...parts] = code.split(/^\/\/ in (.*)\n/m);
  let changed = `${imports}${content}`;
  for (let index = 0; index < parts.length; index += 2) {
    const element = parts[index + 1].trim().replace(/;$/, '');
    for (const name of parts[index].split(', ')) {
      const place = placeOf(name);
      if (!place.test(changed)) {
        throw new Error(
          `The README says "in ${name}", which ${file} of this portal does not have`,
        );
      }
      changed = changed.replace(place, () => element);
    }
  }
  return changed;
}

/** How the blocks of each file go into it. */
const ways = [
  [
    /^packages\/backend\/src\/index\.ts$/,
    (content, { code }) =>
      content.replace('backend.start();', () => `${code}\nbackend.start();`),
  ],
  [/^packages\/app\/.*\.tsx$/, addToPage],
  [/\.yaml$/, (content, { code }) => `${content}${code}\n`],
];

/** The packages that the README adds to a folder of the portal, but for those of this clone. */
export function readmePackages() {
  return readmeBlocks()
    .filter(({ language }) => language === 'sh')
    .map(({ code }) => /^yarn --cwd (\S+) add (.*)$/.exec(code))
    .map(([, folder, names]) => ({
      folder,
      names: names.split(' ').filter(name => !name.startsWith('@entra-mfa/')),
    }))
    .filter(({ names }) => names.length > 0);
}

/**
 * Changes the files of a portal as the README says, and nothing else. `frontend` is `new` or `old`: in the new one
 * the app finds the plugin itself. `adapt` may change the code of a block.
 */
export function followReadme(portal, frontend, adapt) {
  for (const block of readmeBlocks()) {
    const isOfApp = block.file?.startsWith('packages/app/');
    if (block.file && !(isOfApp && frontend === 'new')) {
      const [, way] = ways.find(([files]) => files.test(block.file)) ?? [];
      if (!way) {
        throw new Error(`No way to follow the README in ${block.file}`);
      }
      change(join(portal, block.file), content =>
        way(content, { ...block, code: adapt(block.code) }),
      );
    }
  }
}
