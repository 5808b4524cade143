import { TestDatabases } from '@backstage/backend-test-utils';
import { resolve } from 'path';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const directory = resolve(__dirname, '../../migrations');
const name = '20261129100000_run_begun.js';

it.each(databases.eachSupportedId())(
  'the migration of when runs began keeps the runs that there are, both ways, on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
    const sync = new TestSync(knex);
    sync.source.pages = smallTenant();
    await sync.run();
    const stop = new AbortController();
    sync.source.before = dataSet => {
      if (dataSet === 'registrations') {
        stop.abort(new Error('stopped'));
        throw stop.signal.reason;
      }
    };
    await expect(sync.run({ signal: stop.signal })).rejects.toThrow('stopped');
    sync.source.before = () => {};
    const columns = async () => Object.keys(await knex('run').columnInfo());
    const runs = () =>
      knex('run').orderBy('run').select('run', 'state', 'heartbeat_at');
    const before = await runs();
    expect(before).toMatchObject([{ state: 'published' }, { state: 'failed' }]);

    await knex.migrate.down({ directory, name });
    expect(await columns()).not.toContain('begun_at');
    expect(await runs()).toEqual(before);

    await knex.migrate.up({ directory, name });
    expect(await columns()).toContain('begun_at');
    expect(await runs()).toEqual(before);
    // Nobody knows how old the pages are, so they are read again.
    sync.source.asked.length = 0;
    await sync.run();
    expect(sync.source.asked).toContain('users 1');
    expect((await sync.lastRun()).run).toBe(3);
    expect((await sync.published()).snapshot).toBe(2);
  },
);
