#!/usr/bin/env node
const { createWriteStream, mkdirSync, readFileSync } = require('node:fs');
const { open, rename, rm, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { Readable, Transform } = require('node:stream');
const { pipeline } = require('node:stream/promises');
const { parseArgs } = require('node:util');

/*
 * Writes the feed of a portal to files: what changed since the last time, one file each time. It needs nothing
 * but Node.js, so that it runs wherever the warehouse is filled.
 */
const TOKEN = 'ENTRA_MFA_FEED_TOKEN';

const usage = `Usage: entra-mfa-feed --portal <address> --directory <folder> [options]

  --portal <address>     the address of the portal's backend, such as https://portal.example.com
  --directory <folder>   where the files are written, and where it is kept how far each class was told
  --class <class>        user-inventory (the default), account-change, device-inventory, compliance-finding or
                         base-event; may be given several times
  --tenant <id>          the Entra tenant; without it, the first one
  --names                names and ids in place of pseudonyms
  --restart              everything again, and not what changed

The token of the portal is taken from ${TOKEN}.
`;

class Refusal extends Error {}

function read(argv) {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        portal: { type: 'string' },
        directory: { type: 'string' },
        class: { type: 'string', multiple: true, default: ['user-inventory'] },
        tenant: { type: 'string' },
        names: { type: 'boolean', default: false },
        restart: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new Refusal(`${error.message}\n\n${usage}`);
  }
  if (values.help) {
    return null;
  }
  const { portal, directory } = values;
  if (!portal || !directory) {
    throw new Refusal(`--portal and --directory are needed\n\n${usage}`);
  }
  if (!URL.canParse(portal) || !/^https?:$/.test(new URL(portal).protocol)) {
    throw new Refusal(
      `--portal is no address: give it as https://portal.example.com`,
    );
  }
  const wrong = values.class.find(name => !/^[a-z-]+$/.test(name));
  if (wrong !== undefined) {
    throw new Refusal(`--class cannot be '${wrong}'`);
  }
  const token = process.env[TOKEN]?.trim();
  if (!token) {
    throw new Refusal(
      `${TOKEN} is not set: put a token of the portal there, one of backend.auth.externalAccess`,
    );
  }
  return { ...values, token };
}

/** What tells one feed from another: what was told of one says nothing of the others. */
const nameOf = (options, name) =>
  [name, options.tenant, options.names ? 'names' : undefined]
    .filter(Boolean)
    .join('.');

/** How far it was told, or null where it never was. */
function toldUpTo(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error.code === 'ENOENT') {
      return null;
    }
    throw error;
  }
  if (!/^\d+$/.test(text)) {
    throw new Refusal(
      `${file} does not say how far it was told: it should be a number. Remove it, or use --restart, to begin anew`,
    );
  }
  return Number(text);
}

async function ask(options, name, since) {
  const base = options.portal.replace(/\/+$/, '');
  const url = new URL(`${base}/api/entra-mfa/v1/feed/${name}`);
  if (since !== null) url.searchParams.set('since', String(since));
  if (options.tenant) url.searchParams.set('tenant', options.tenant);
  if (options.names) url.searchParams.set('names', 'true');
  let response;
  try {
    response = await fetch(url, {
      headers: { Authorization: `Bearer ${options.token}` },
      redirect: 'error',
    });
  } catch (error) {
    throw new Refusal(
      `${base} was not reached (${
        error.cause?.code ?? error.cause?.message ?? error.message
      }): check --portal, and that the portal runs`,
    );
  }
  if (!response.ok) {
    const body = await response.json().catch(() => null);
    const why = body?.error?.message ?? response.statusText;
    throw new Refusal(
      `The portal refused ${name} (${response.status}): ${why}`,
    );
  }
  const next = response.headers.get('Entra-Mfa-Next-Since');
  if (next === null || !/^\d+$/.test(next)) {
    throw new Refusal(
      `${url.origin} answered something else than a feed: is --portal the address of the portal's backend?`,
    );
  }
  return { response, next: Number(next) };
}

/** Replaces a file in one step, so that one that was cut off is never taken for whole. */
async function replace(file, text) {
  const unfinished = `${file}.unfinished`;
  await writeFile(unfinished, text);
  await rename(unfinished, file);
}

async function write(options, name) {
  const id = nameOf(options, name);
  const state = join(options.directory, `${id}.since`);
  const since = options.restart ? null : toldUpTo(state);
  const { response, next } = await ask(options, name, since);
  const file = join(options.directory, `${id}.${since ?? 0}-${next}.ndjson`);
  const unfinished = `${file}.unfinished`;
  let lines = 0;
  let last = 10;
  const count = new Transform({
    transform(chunk, _encoding, done) {
      for (const byte of chunk) if (byte === 10) lines += 1;
      last = chunk[chunk.length - 1] ?? last;
      done(null, chunk);
    },
  });
  try {
    await pipeline(
      Readable.fromWeb(response.body),
      count,
      createWriteStream(unfinished),
    );
    if (last !== 10) {
      throw new Error('the last line is not whole');
    }
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new Refusal(
      `The answer for ${name} was cut off (${error.message}): nothing is kept of it, and the next time begins where this one did`,
    );
  }
  if (lines === 0) {
    await rm(unfinished);
  } else {
    const written = await open(unfinished);
    await written.sync();
    await written.close();
    await rename(unfinished, file);
  }
  await replace(state, `${next}\n`);
  process.stdout.write(
    lines === 0
      ? `${id}: nothing new up to snapshot ${next}\n`
      : `${file}: ${lines} lines, up to snapshot ${next}\n`,
  );
}

async function main(argv) {
  const options = read(argv);
  if (options === null) {
    process.stdout.write(usage);
    return;
  }
  mkdirSync(options.directory, { recursive: true });
  for (const name of new Set(options.class)) {
    await write(options, name);
  }
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(
    error instanceof Refusal ? `${error.message}\n` : `${error.stack}\n`,
  );
  process.exitCode = 1;
});
