#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');

// In the repository it runs from source; what is published has none.
if (existsSync(join(__dirname, '../src'))) {
  require('@backstage/cli-node/config/nodeTransform.cjs');
}
const { openBundleFile, parseVerifierKey, verifyBundle } = require('..');

const usage = `Usage: entra-mfa-evidence verify <file> [--key <key>]

Checks a bundle of evidence, a ZIP file or the folder into which it was unpacked, without a network.

  --key <key>   the public key of the log in its one line, name+id+key: take it from the portal, or from who gave
                it to you before, never from whoever sent the file

It ends with 0 where everything holds and is signed, 1 where something does not hold, 2 where it cannot be run, and 3
where everything holds that can be checked without a key.
`;

class Refusal extends Error {}

function read(argv) {
  let parsed;
  try {
    parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { key: { type: 'string' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new Refusal(`${error.message}\n\n${usage}`);
  }
  const { values, positionals } = parsed;
  const [command, file, ...more] = positionals;
  if (values.help) {
    return null;
  }
  if (command !== 'verify' || file === undefined || more.length > 0) {
    throw new Refusal(usage);
  }
  if (values.key !== undefined) {
    try {
      parseVerifierKey(values.key);
    } catch (error) {
      throw new Refusal(`--key: ${error.message}`);
    }
  }
  return { file, key: values.key };
}

async function open(file) {
  try {
    return await openBundleFile(file);
  } catch (error) {
    throw new Refusal(
      `${file} cannot be read as a bundle (${error.code ?? error.message})`,
    );
  }
}

const words = new Map([
  [true, 'holds       '],
  [false, 'DOES NOT    '],
  [null, 'NOT CHECKED '],
]);

async function main(argv) {
  const options = read(argv);
  if (options === null) {
    process.stdout.write(usage);
    return 0;
  }
  const bundle = await open(options.file);
  let checks;
  try {
    checks = await verifyBundle(bundle, options.key);
  } finally {
    bundle.close();
  }
  for (const { what, holds, why } of checks) {
    process.stdout.write(
      `${words.get(holds)} ${what}${why === null ? '' : `: ${why}`}\n`,
    );
  }
  if (checks.some(({ holds }) => holds === false)) {
    process.stdout.write('This bundle is not what it says it is.\n');
    return 1;
  }
  if (checks.some(({ holds }) => holds === null)) {
    process.stdout.write(
      options.key === undefined
        ? 'Everything holds that can be checked without the key; who made it does not show.\n'
        : 'Everything holds that can be checked.\n',
    );
    return 3;
  }
  process.stdout.write('Everything holds.\n');
  return 0;
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(
      error instanceof Refusal ? `${error.message}\n` : `${error.stack}\n`,
    );
    process.exitCode = 2;
  },
);
