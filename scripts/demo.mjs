import { randomBytes, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode, root } from './lib/environment.mjs';
import { buildFrontend } from './lib/frontend.mjs';
import { install } from './lib/install.mjs';
import { freePort, startPostgres } from './lib/postgres.mjs';
import { requirePort } from './lib/requirePort.mjs';
import { startService, stopServices } from './lib/service.mjs';

const usage = `npm run demo -- [options]

  --postgres       keep the portal's data in an embedded PostgreSQL instead of SQLite
  --reset          forget what an earlier demo made
  --port N         where the portal listens (default 7007)
  --directory DIR  where the demo keeps its data (default .demo)
  --user REF       who the guest is signed in as, a User entity ref
  --help           print this
`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        postgres: { type: 'boolean', default: false },
        reset: { type: 'boolean', default: false },
        port: { type: 'string', default: '7007' },
        directory: { type: 'string', default: '.demo' },
        user: { type: 'string' },
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
    return { ...values, port, directory: join(root, values.directory) };
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    return process.exit(2);
  }
}

/** What stays the same between starts: ids, secrets and ports of the simulated tenant. */
async function readState(directory) {
  const file = join(directory, 'state.json');
  if (existsSync(file)) {
    return JSON.parse(readFileSync(file, 'utf8'));
  }
  const state = {
    clientSecret: randomBytes(24).toString('base64url'),
    identityHeader: randomUUID(),
    backendSecret: randomBytes(24).toString('base64'),
    simulatorPort: await freePort(),
    identityPort: await freePort(),
  };
  writeFileSync(file, JSON.stringify(state, null, 2), { mode: 0o600 });
  return state;
}

const say = text => process.stdout.write(`${text}\n`);

checkNode();
const options = readOptions();
const started = Date.now();
if (options.reset) {
  rmSync(options.directory, { recursive: true, force: true });
}
mkdirSync(options.directory, { recursive: true });

process.on('SIGINT', () => stopServices().then(() => process.exit(0)));
process.on('SIGTERM', () => stopServices().then(() => process.exit(0)));

try {
  say(`Dependencies: ${await install()}`);
  const installedAt = Date.now();
  await requirePort(options.port);
  const state = await readState(options.directory);
  const kind = options.postgres ? 'postgres' : 'sqlite';
  const data = join(options.directory, kind);
  mkdirSync(data, { recursive: true });

  say('Starting the simulated tenant');
  const { startSimulator } = await import('./lib/simulator.mjs');
  const simulator = await startSimulator({
    state,
    directory: options.directory,
  });

  const database = options.postgres
    ? await startPostgres({ directory: join(data, 'server'), keep: true })
    : undefined;

  const frontend = buildFrontend(say);
  const portalUrl = `http://localhost:${options.port}`;
  await frontend;

  say(
    'Starting the portal: the catalog reads the tenant, then 90 days of history are made',
  );
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
  await startService({
    name: 'portal',
    log: join(options.directory, 'portal.log'),
    cwd: join(root, 'packages/backend'),
    args: [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/demo/index.ts',
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      join(root, 'app-config.demo.yaml'),
    ],
    env: {
      ...simulator.env,
      NODE_ENV: 'development',
      APP_CONFIG_backend_database: JSON.stringify(config),
      DEMO_PORTAL_URL: portalUrl,
      DEMO_PORTAL_PORT: String(options.port),
      DEMO_BACKEND_SECRET: state.backendSecret,
      DEMO_USER: options.user ?? simulator.lead,
    },
    ready: /Demo: ready/,
    echo: /Demo(?: history)?: (?!ready)/,
  });

  say(`
Open ${portalUrl}/entra-mfa and press Enter: you are ${
    options.user ?? simulator.lead
  }.
  the organisation     ${portalUrl}/entra-mfa
  your team's own page ${portalUrl}/catalog/default/group/${simulator.leadTeam}
Ready ${Math.round(
    (Date.now() - installedAt) / 1000,
  )} s after the installation (${Math.round(
    (Date.now() - started) / 1000,
  )} s in all). The portal's log is ${join(
    options.directory,
    'portal.log',
  )}. Ctrl-C stops everything.`);
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  await stopServices();
  process.exit(1);
}
