import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode, root } from './lib/environment.mjs';
import { freeTasksInPostgres } from './lib/freeTasks.mjs';
import { buildFrontend } from './lib/frontend.mjs';
import { install } from './lib/install.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { answers } from './lib/answers.mjs';
import { makeAssessments } from './lib/assessments.mjs';
import { openReview } from './lib/reviews.mjs';
import { prepareSqlite } from './lib/prepareSqlite.mjs';
import { requirePort } from './lib/requirePort.mjs';
import { startReminders } from './lib/startReminders.mjs';
import { startService, stopServices } from './lib/service.mjs';
import { people, startSimulator } from './lib/simulator.mjs';

/** Since when the simulated tenant is. */
const historyDays = 90;
const day = 24 * 60 * 60 * 1000;

const usage = `npm run demo -- [options]

  --postgres       keep the portal's data in an embedded PostgreSQL instead of SQLite
  --reset          forget what an earlier demo made
  --port N         where the portal listens (default DEMO_PORT, else 7007)
  --directory DIR  where the demo keeps its data (default .demo)
  --user REF       who the guest is signed in as, a User entity ref
  --history DAYS   of how many past days it makes a history (default 90)
  --help           print this
`;

const say = text => process.stdout.write(`${text}\n`);

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        postgres: { type: 'boolean', default: false },
        reset: { type: 'boolean', default: false },
        port: { type: 'string', default: process.env.DEMO_PORT ?? '7007' },
        directory: { type: 'string', default: '.demo' },
        user: { type: 'string' },
        history: { type: 'string', default: String(historyDays) },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(usage);
      process.exit(0);
    }
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new Error(
        `--port must be a number from 1 to 65535, not "${values.port}"`,
      );
    }
    const history = Number(values.history);
    if (!Number.isInteger(history) || history < 1 || history > historyDays) {
      throw new Error(
        `--history must be a number from 1 to ${historyDays}, not "${values.history}"`,
      );
    }
    return {
      ...values,
      port,
      history,
      directory: join(root, values.directory),
    };
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    return process.exit(2);
  }
}

/** The first migration tells tables that a later one can bring up to date from those that none can. */
function readSchema() {
  return readdirSync(join(root, 'plugins/entra-mfa-backend/migrations'))
    .sort()
    .at(0);
}

/** What stays the same between starts: the tenant's secrets and its first day. */
function readState(directory) {
  const file = join(directory, 'state.json');
  const schema = readSchema();
  const secret = () => randomBytes(24).toString('base64url');
  const keep = state => {
    writeFileSync(file, JSON.stringify(state, null, 2), { mode: 0o600 });
    return state;
  };
  if (existsSync(file)) {
    const state = JSON.parse(readFileSync(file, 'utf8'));
    if (state.schema === schema) {
      return keep({ connectSecret: secret(), ...state });
    }
    say(
      'What an earlier demo made is from before the first release, whose tables are others: it is made anew',
    );
    rmSync(directory, { recursive: true });
    mkdirSync(directory, { recursive: true });
  }
  return keep({
    schema,
    clientSecret: secret(),
    connectSecret: secret(),
    identityHeader: secret(),
    timelineStart: new Date(Date.now() - historyDays * day).toISOString(),
  });
}

/** A key that stays: the same person has the same pseudonym in several starts, and what was sealed opens. */
function keyFile(directory, name) {
  const file = join(directory, `${name}.key`);
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, {
      mode: 0o600,
    });
  }
  return file;
}

/** The key that signs what is on record: it stays too, so that one start vouches for what an earlier one did. */
function signingKeyFile(directory) {
  const file = join(directory, 'evidence.pem');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), {
      mode: 0o600,
    });
  }
  return file;
}

checkNode();
const options = readOptions();
if (options.reset) {
  rmSync(options.directory, { recursive: true, force: true });
}
mkdirSync(options.directory, { recursive: true });

let database;
async function stop(code) {
  await stopServices();
  await database?.stop();
  rmSync(join(options.directory, 'running.json'), { force: true });
  process.exit(code);
}
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

try {
  say(`Dependencies: ${await install()}`);
  const installedAt = Date.now();
  await requirePort(options.port);
  const state = readState(options.directory);
  const kind = options.postgres ? 'postgres' : 'sqlite';
  const data = join(options.directory, kind);
  mkdirSync(data, { recursive: true });

  say('Building the pages, and starting the simulated tenant and the portal');
  const pagesBuiltFile = join(options.directory, 'pages-built');
  rmSync(pagesBuiltFile, { force: true });
  const pages = buildFrontend(say).then(() =>
    writeFileSync(pagesBuiltFile, new Date().toISOString()),
  );
  // Awaited below; should something else fail first, that is told.
  pages.catch(() => {});
  const portalUrl = `http://localhost:${options.port}`;
  const { directory } = options;
  const tenant = await startSimulator({ state, directory, portalUrl });
  if (options.postgres) {
    database = await startPostgres({
      directory: join(data, 'server'),
      keep: true,
    });
    await freeTasksInPostgres(database.url);
  } else {
    await prepareSqlite(data);
  }

  const user = options.user ?? people.lead;
  const config = database
    ? {
        client: 'pg',
        connection: {
          host: 'localhost',
          port: database.port,
          user: 'postgres',
          password: database.password,
        },
      }
    : { client: 'better-sqlite3', connection: { directory: data } };
  const portal = startService({
    name: 'portal',
    log: join(options.directory, 'portal.log'),
    cwd: join(root, 'packages/backend'),
    args: [
      // Room for what lives shortly: the catalog and the history make much of it at once.
      '--max-semi-space-size=64',
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/demo/index.ts',
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      join(root, 'app-config.demo.yaml'),
    ],
    env: {
      ...tenant.env,
      NODE_ENV: 'development',
      APP_CONFIG_backend_database: JSON.stringify(config),
      DEMO_PORTAL_URL: portalUrl,
      DEMO_PORTAL_PORT: String(options.port),
      // Another one in a container alone, whose own network is around it.
      DEMO_LISTEN_HOST: process.env.DEMO_LISTEN_HOST ?? '127.0.0.1',
      DEMO_HISTORY_DAYS: String(options.history),
      DEMO_PAGES_BUILT_FILE: pagesBuiltFile,
      DEMO_USER: user,
      DEMO_GUEST_TITLE:
        user === people.lead ? 'Maya Oduya, lead of a team' : 'Guest',
      DEMO_GUEST_DESCRIPTION:
        user === people.lead
          ? 'Leads Payments, a team with a gap. Sees the people of her team by name, and counts of all; asks for exceptions.'
          : `Signed in as ${user}.`,
      DEMO_PSEUDONYM_KEY_FILE: keyFile(directory, 'pseudonym'),
      DEMO_CONNECT_KEY_FILE: keyFile(directory, 'connect'),
      DEMO_EVIDENCE_KEY_FILE: signingKeyFile(directory),
    },
    ready: /Demo: ready/,
    failed: /Demo: failed/,
    echo: /Demo(?: history)?: (?!ready|failed)/,
  });
  await Promise.all([portal, pages]);
  await answers(portalUrl);
  await startReminders(portalUrl);
  await openReview(portalUrl);
  await makeAssessments(portalUrl, options.history);

  writeFileSync(
    join(options.directory, 'running.json'),
    JSON.stringify(
      { portalUrl, user, database: kind, ...tenant.access },
      null,
      2,
    ),
    { mode: 0o600 },
  );
  const seconds = since => Math.round((Date.now() - since) / 1000);
  say(`
Ready, ${seconds(installedAt)} s after the installation. Open

  ${portalUrl}/entra-mfa

and choose whom to be. The first is ${user}.
The log of the portal is ${join(options.directory, 'portal.log')}.
Ctrl-C stops everything; what was made stays for the next start.`);
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  await stop(1);
}
