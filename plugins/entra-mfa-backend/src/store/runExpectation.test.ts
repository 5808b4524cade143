import { TestDatabases } from '@backstage/backend-test-utils';
import { resolve } from 'path';
import { smallTenant } from '../__testUtils__/smallTenant';
import { migrateTestDatabase, TestSync } from '../__testUtils__/TestSync';

const databases = TestDatabases.create();
const directory = resolve(__dirname, '../../migrations');
const name = '20261128120000_run_expectation.js';

it.each(databases.eachSupportedId())(
  'the migration of what a run expects goes down and up with runs on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await migrateTestDatabase(knex);
    const sync = new TestSync(knex);
    sync.source.pages = smallTenant();
    sync.source.people = 3;
    await sync.run();
    const before = await sync.lastRun();
    expect(before.expected_people).toBe(3);
    expect(before.collectors[0].started_at).not.toBeNull();

    await knex.migrate.down({ directory, name });
    const { collectors, ...run } = await sync.lastRun();
    expect(run).not.toHaveProperty('expected_people');
    expect(collectors).toHaveLength(before.collectors.length);

    await knex.migrate.up({ directory, name });
    expect(await sync.lastRun()).toEqual({
      ...before,
      expected_people: null,
      collectors: before.collectors.map(row => ({ ...row, started_at: null })),
    });
    await sync.run();
    expect((await sync.lastRun()).state).toBe('published');
  },
);
