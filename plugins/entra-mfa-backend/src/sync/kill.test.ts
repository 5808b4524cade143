import { type TestDatabaseId } from '@backstage/backend-test-utils';
import { spawn } from 'child_process';
import knexFactory, { type Knex } from 'knex';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { reportRow, userRow } from '../__testUtils__/rows';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { TestSync } from '../__testUtils__/TestSync';
import { DEAD_AFTER } from '../store/run/isAlive';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const PEOPLE = 6;
const numbers = Array.from({ length: PEOPLE }, (_, index) => index);

/** A database that two processes can open: for SQLite, a file. */
async function openDatabase(databaseId: TestDatabaseId, folder: string) {
  if (databaseId === 'SQLITE_3') {
    const config: Knex.Config = {
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'entra-mfa.sqlite') },
      useNullAsDefault: true,
    };
    return { knex: knexFactory(config), config };
  }
  const knex = await databases.init(databaseId);
  // Knex hides the password from whoever enumerates the settings.
  const { password } = knex.client.connectionSettings;
  const connection = { ...knex.client.connectionSettings, password };
  return { knex, config: { client: 'pg', connection } };
}

/** Starts a sync in a process of its own and kills it, with SIGKILL, at that page. */
async function killAt(config: Knex.Config, page: string) {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolve(__dirname, '../__testUtils__/syncUntilKilled.ts'),
      JSON.stringify(config),
      String(PEOPLE),
      page,
    ],
    { env: { ...process.env, NODE_ENV: 'test' } },
  );
  let problem = '';
  child.stderr.on('data', data => {
    problem += data;
  });
  const ended = new Promise(end => child.once('exit', end));
  await Promise.race([
    new Promise(stands => child.stdout.once('data', stands)),
    ended.then(() => {
      throw new Error(`It ended before page ${page}: ${problem}`);
    }),
  ]);
  child.kill('SIGKILL');
  await ended;
}

describe.each(databases.eachSupportedId())('killed on %s', databaseId => {
  let folder: string;
  let knex: Knex;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entra-mfa-'));
  });

  afterEach(async () => {
    await knex.destroy();
    await rm(folder, { recursive: true });
  });

  it.each(['users 4', 'registrations 1', 'registrations 6'])(
    'at page %s, the last snapshot is whole and the next run completes',
    async page => {
      const database = await openDatabase(databaseId, folder);
      knex = database.knex;
      await migrateTestDatabase(knex);
      const sync = new TestSync(knex);
      sync.source.pages = {
        users: numbers.map(number => [userRow(number)]),
        registrations: numbers.map(number => [reportRow(number)]),
      };
      await sync.run();
      const before = await sync.published();

      await killAt(database.config, page);

      expect(await sync.published()).toEqual(before);
      expect((await sync.lastRun()).state).toBe('running');

      sync.source.pages.registrations = numbers.map(number => [
        reportRow(number, false),
      ]);
      await sync.letPass(DEAD_AFTER);
      await sync.runNow();
      const after = await sync.published();
      expect(after.snapshot).toBe(2);
      expect(after.states).toEqual(
        numbers.map(() => 'uncovered (not-registered)'),
      );
      expect(await sync.size('stage')).toBe(0);
    },
  );
});
