import { mockServices } from '@backstage/backend-test-utils';
import { spawn } from 'child_process';
import { once } from 'events';
import type { Knex } from 'knex';
import { resolve } from 'path';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { migrateTestDatabase } from '../../__testUtils__/migrateTestDatabase';
import { migrate } from './migrate';
import { takeLock } from './takeLock';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const directory = resolve(__dirname, '../../../migrations');

/** Migrates in three processes at the same moment; what those say that fail. */
async function migrateAtOnce(config: Knex.Config): Promise<string[]> {
  const replicas = [1, 2, 3].map(() => {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        resolve(__dirname, '../../__testUtils__/migrateAlone.ts'),
        JSON.stringify(config),
      ],
      { env: { ...process.env, NODE_ENV: 'test' } },
    );
    let problem = '';
    child.stderr.on('data', data => {
      problem += data;
    });
    const ended = once(child, 'exit').then(([code]) =>
      code === 0 ? [] : [problem],
    );
    return { child, ready: once(child.stdout, 'data'), ended };
  });
  await Promise.race([
    Promise.all(replicas.map(({ ready }) => ready)),
    ...replicas.map(({ ended }) => ended),
  ]);
  for (const { child } of replicas) {
    child.stdin.write('go\n');
  }
  return (await Promise.all(replicas.map(({ ended }) => ended))).flat();
}

const available = databases.supports('POSTGRES_18') ? ['POSTGRES_18'] : [];

describe.each(available)('three replicas that start at once on %s', () => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.empty('POSTGRES_18');
  });

  function configOf(pool: number, schema?: string): Knex.Config {
    // Knex hides the password from whoever enumerates the settings.
    const { password } = knex.client.connectionSettings;
    return {
      client: 'pg',
      connection: { ...knex.client.connectionSettings, password },
      pool: { min: 0, max: pool },
      ...(schema && { searchPath: [schema] }),
    };
  }

  async function migrated(schema = 'public') {
    const { rows } = await knex.raw(
      'select name, count(*)::int from ??.knex_migrations group by name order by name',
      [schema],
    );
    return rows;
  }

  const everyOnce = async () => {
    const whole = await databases.init('POSTGRES_18');
    return whole('knex_migrations').orderBy('name').pluck('name');
  };

  it.each([1, 2])(
    'migrate an empty database, with a pool of %i',
    async pool => {
      const failed = await migrateAtOnce(configOf(pool));
      expect(failed).toEqual([]);
      const names = await everyOnce();
      expect(await migrated()).toEqual(names.map(name => ({ name, count: 1 })));
    },
  );

  it('migrate a schema of their own', async () => {
    await knex.raw('create schema "entra-mfa"');
    const failed = await migrateAtOnce(configOf(2, 'entra-mfa'));
    expect(failed).toEqual([]);
    expect(await migrated('entra-mfa')).toHaveLength(
      (await everyOnce()).length,
    );
  });

  it('say that they wait while another one migrates', async () => {
    const logger = mockServices.logger.mock();
    const other = await knex.transaction();
    await takeLock(other, 'entra-mfa migrations', () => {});
    const migrating = migrate({ getClient: async () => knex }, logger);
    const waiting = () =>
      knex('pg_stat_activity')
        .whereRaw('datname = current_database()')
        .where({ wait_event_type: 'Lock' });
    while ((await waiting()).length === 0) {
      await new Promise(passed => setTimeout(passed, 50));
    }
    expect(await knex.schema.hasTable('tenant')).toBe(false);
    await other.commit();
    await migrating;
    expect(await migrated()).toHaveLength((await everyOnce()).length);
    // And nothing where there is no wait.
    await migrate({ getClient: async () => knex }, logger);
    expect(logger.info.mock.calls).toEqual([
      [expect.stringMatching(/^Another replica .* waits for it$/)],
    ]);
  });

  it('bring an old schema up to date', async () => {
    await migrateTestDatabase(knex);
    const names = await knex('knex_migrations').orderBy('name').pluck('name');
    await knex.migrate.down({ directory });
    expect(await knex('knex_migrations')).toHaveLength(names.length - 1);
    const failed = await migrateAtOnce(configOf(2));
    expect(failed).toEqual([]);
    expect(await migrated()).toEqual(names.map(name => ({ name, count: 1 })));
  });
});
