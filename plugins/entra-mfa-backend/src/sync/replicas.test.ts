import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { fork, type ChildProcess } from 'child_process';
import { once } from 'events';
import type { Knex } from 'knex';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { resolve } from 'path';
import { TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const available = databases.supports('POSTGRES_18') ? ['POSTGRES_18'] : [];
const tenantId = '0a1b2c3d-0000-4000-8000-000000000001';
const task = `entra-mfa-sync-${tenantId}`;

/** What a replica says next. */
const next = (replica: ChildProcess) =>
  new Promise<unknown>(heard => {
    const listen = (message: { said?: unknown }) => {
      if (message.said) {
        replica.off('message', listen);
        heard(message.said);
      }
    };
    replica.on('message', listen);
    replica.once('exit', () => heard('ended'));
  });

describe.each(available)('three replicas that start at once on %s', () => {
  let knex: Knex;
  let microsoft: Server;
  let replicas: ChildProcess[];

  beforeEach(async () => {
    knex = await databases.empty('POSTGRES_18');
    // It never answers, so that the sync goes on for as long as the test.
    microsoft = createServer(socket => socket.on('error', () => {})).listen(
      0,
      'localhost',
    );
    await once(microsoft, 'listening');
    replicas = [1, 2, 3].map(() =>
      fork(resolve(__dirname, '../__testUtils__/replicaAlone.ts'), {
        execArgv: [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
        env: { ...process.env, NODE_ENV: 'test' },
        silent: true,
      }),
    );
  });

  afterEach(async () => {
    for (const replica of replicas) {
      replica.kill('SIGKILL');
    }
    microsoft.close();
  });

  function configOf(pool: number, database: object) {
    const url = `https://localhost:${
      (microsoft.address() as AddressInfo).port
    }`;
    // Knex hides the password from whoever enumerates the settings.
    const { password } = knex.client.connectionSettings;
    const connection = { ...knex.client.connectionSettings, password };
    return {
      backend: {
        database: {
          client: 'pg',
          connection,
          knexConfig: { pool: { min: 0, max: pool } },
          plugin: { 'entra-mfa': { connection } },
          ...database,
        },
      },
      entraMfa: {
        tenants: [
          {
            tenantId,
            clientId: '0a1b2c3d-0000-4000-8000-00000000000c',
            clientSecret: 'not-used',
            authority: url,
            graphRoot: url,
          },
        ],
        schedule: { frequency: { hours: 1 }, timeout: { minutes: 30 } },
      },
    };
  }

  const schedulerTable = 'backstage_backend_tasks__knex_migrations';

  /** As it was before the last migration of the scheduler. */
  async function migrateToOld() {
    const ofScheduler = {
      directory: resolvePackagePath(
        '@backstage/backend-defaults',
        'migrations/scheduler',
      ),
      tableName: schedulerTable,
    };
    await knex.migrate.latest(ofScheduler);
    await knex.migrate.down(ofScheduler);
  }

  /** Holds up whoever prepares the scheduler's tables, until all three wait, for it or for their turn. */
  async function holdUp(schema: string): Promise<() => Promise<void>> {
    const holder = await knex.transaction();
    const exists = await holder.schema
      .withSchema(schema)
      .hasTable(schedulerTable);
    if (exists) {
      await holder(`${schedulerTable}_lock`).forUpdate();
    } else {
      await holder.schema
        .withSchema(schema)
        .createTable(schedulerTable, table => table.increments());
    }
    const waiting = () =>
      knex('pg_stat_activity')
        .whereRaw('datname = current_database()')
        .where({ wait_event_type: 'Lock' });
    return async () => {
      while ((await waiting()).length < replicas.length) {
        await new Promise(passed => setTimeout(passed, 50));
      }
      await holder.rollback();
    };
  }

  it.each<[string, number, object, () => Promise<unknown>]>([
    ['an empty database', 2, {}, async () => {}],
    ['an empty database, with a pool of one', 1, {}, async () => {}],
    ['an old schema', 2, {}, migrateToOld],
    [
      'a schema of their own in a database that is not theirs to make',
      2,
      { pluginDivisionMode: 'schema', ensureExists: false },
      () => knex.raw('create schema "entra-mfa"'),
    ],
  ])(
    'schedule the sync in each, and run it in one, on %s',
    async (_, pool, database, before) => {
      const schema = 'pluginDivisionMode' in database ? 'entra-mfa' : 'public';
      await before();
      const release = await holdUp(schema);
      expect(await Promise.all(replicas.map(next))).toEqual(
        replicas.map(() => 'ready'),
      );
      const scheduled = replicas.map(next);
      for (const replica of replicas) {
        replica.send(configOf(pool, database));
      }
      await release();
      const ids = [
        task,
        'entra-mfa-connections',
        'entra-mfa-retention',
        'entra-mfa-retention-reads',
        'entra-mfa-reminders',
        'entra-mfa-forgetting',
      ];
      expect(await Promise.all(scheduled)).toEqual(
        replicas.map(() => expect.arrayContaining(ids)),
      );

      const runs = () => knex.withSchema(schema).from('run').pluck('state');
      while ((await runs()).length === 0) {
        await new Promise(passed => setTimeout(passed, 50));
      }
      const answers = replicas.map(next);
      for (const replica of replicas) {
        replica.send(task);
      }
      expect(await Promise.all(answers)).toEqual(
        replicas.map(() => 'ConflictError'),
      );
      expect(await runs()).toEqual(['running']);
    },
  );
});
