import { TestDatabases } from '@backstage/backend-test-utils';
import { resolve } from 'path';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { toDate } from './instant';
import { readLastRun } from './readLastRun';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const directory = resolve(__dirname, '../../migrations');
const name = '20261128120000_run_goes_on.js';

describe.each(databases.eachSupportedId())(
  'the migration of runs that go on, on %s',
  databaseId => {
    it('keeps the runs that there are, both ways, and when they started', async () => {
      const knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory });
      const sync = new TestSync(knex);
      sync.source.pages = smallTenant();
      await sync.run();
      await sync.run();
      const columns = async () => Object.keys(await knex('run').columnInfo());
      const runs = () =>
        knex('run')
          .orderBy('run')
          .select('run', 'state', 'holder', 'snapshot', 'started_at');
      const before = await runs();
      expect(before).toHaveLength(2);
      expect(await readLastRun(knex, sync.tenantId, sync.now)).toMatchObject({
        startedAt: sync.now,
      });

      await knex.migrate.down({ directory, name });
      expect(await columns()).not.toContain('claimed_at');
      expect(await runs()).toEqual(before);

      await knex.migrate.up({ directory, name });
      expect(await columns()).toEqual(
        expect.arrayContaining(['claimed_at', 'queries']),
      );
      expect(await runs()).toEqual(before);
      // Of runs that were there before, nobody knows when they were claimed.
      expect(await readLastRun(knex, sync.tenantId, sync.now)).toMatchObject({
        startedAt: toDate(before[1].started_at),
      });
      await sync.run();
      expect((await sync.published()).snapshot).toBe(3);
    });

    it('lets nobody go on from pages of a version that did not say what it asked for', async () => {
      const knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory });
      await knex.migrate.down({ directory, name });
      const sync = new TestSync(knex);
      sync.source.pages = smallTenant();
      await knex('tenant').insert({ tenant_id: sync.tenantId, last_run: 1 });
      await knex('run').insert({
        tenant_id: sync.tenantId,
        run: 1,
        state: 'failed',
        holder: 'replica-1/1',
        started_at: sync.now,
        heartbeat_at: sync.now,
      });
      await knex('stage').insert({
        tenant_id: sync.tenantId,
        run: 1,
        data_set: 'users',
        page: 1,
        next_link: '1',
        rows: 2,
      });

      await knex.migrate.latest({ directory });
      await sync.run();

      expect(sync.source.asked).toContain('users 1');
      expect((await sync.lastRun()).run).toBe(2);
      expect(await sync.size('stage')).toBe(0);
    });
  },
);
