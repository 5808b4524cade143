import { TestDatabases } from '../__testUtils__/TestDatabases';
import { putException } from '../__testUtils__/exceptions';
import { objectId } from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { Snapshots } from '../service/Snapshots';
import { toDate } from '../store/sql/instant';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const hour = 3_600_000;

describe.each(databases.eachSupportedId())(
  'a sync at a wrong time on %s',
  databaseId => {
    it.each([
      ['a year ahead', 365 * 24 * hour, 'uncovered (not-registered)'],
      ['three hours back', -3 * hour, 'exempt (exception)'],
    ])('%s is mended by the next one', async (_, off, wrong) => {
      const knex = await databases.init(databaseId);
      const sync = new TestSync(knex);
      sync.source.pages = smallTenant();
      const { tenantId } = sync;
      const read = async () => {
        const snapshots = new Snapshots(knex, sync.clock, [tenantId]);
        const at = sync.now.toISOString();
        return snapshots.readPublished(
          { at },
          async ({ snapshot }) => snapshot,
        );
      };
      await putException(knex, {
        tenantId,
        id: 'e',
        subject: objectId(2),
        until: '2026-12-31',
        requestedAt: sync.now,
        approvedAt: sync.now,
      });
      await sync.run();
      expect((await sync.published()).states[1]).toBe('exempt (exception)');

      const { now } = sync;
      sync.now = new Date(now.getTime() + off);
      await sync.runNow();
      expect((await sync.published()).states[1]).toBe(wrong);
      expect((await read()).number).toBe(2);

      sync.now = new Date(now.getTime() + hour / 2);
      await sync.runNow();
      expect((await sync.published()).states[1]).toBe('exempt (exception)');
      expect((await read()).number).toBe(3);

      const times = await knex('snapshot').orderBy('snapshot').pluck('at');
      const [first, second, third] = times.map(at => toDate(at).getTime());
      expect(second).toBeGreaterThan(first);
      expect(third).toBeGreaterThan(second);
    });
  },
);
