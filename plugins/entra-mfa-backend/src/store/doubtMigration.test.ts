import { TestDatabases } from '@backstage/backend-test-utils';
import { resolve } from 'path';
import { userRow } from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { migrateTestDatabase, TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const directory = resolve(__dirname, '../../migrations');
const name = '20261129090000_doubted_readings.js';

it.each(databases.eachSupportedId())(
  'the migration of doubted readings goes down and up with data in it on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await migrateTestDatabase(knex);
    const sync = new TestSync(knex);
    const people = (count: number) => [
      Array.from({ length: count }, (_, n) => userRow(n + 1)),
    ];
    sync.source.pages = { ...smallTenant(), users: people(40) };
    await sync.run();
    sync.source.pages.users = people(20);
    await expect(sync.run()).rejects.toThrow('20 rows came');
    expect(await sync.size('hold')).toBe(1);

    await knex.migrate.down({ directory, name });
    expect(Object.keys(await knex('hold').columnInfo())).not.toContain(
      'data_sets',
    );
    // An older version would show it as a fall of the figure.
    expect(await sync.size('hold')).toBe(0);

    await knex.migrate.up({ directory, name });
    const { collectors } = await sync.lastRun();
    expect(collectors.map(row => row.doubt)).toEqual(
      collectors.map(() => null),
    );
    await expect(sync.run()).rejects.toThrow('20 rows came');
    await sync.run();
    expect((await sync.lastRun()).state).toBe('published');
  },
);
