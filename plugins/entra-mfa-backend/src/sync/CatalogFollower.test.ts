import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { CatalogFollower } from './CatalogFollower';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const minutes = (count: number) => count * 60_000;

describe.each(databases.eachSupportedId())(
  'following the catalog on %s',
  databaseId => {
    async function start(options: { pages?: object; minutesAgo?: number }) {
      const knex = await databases.init(databaseId);
      const tenant = new TestSync(knex);
      tenant.source.pages = { ...smallTenant(), ...options.pages };
      await tenant.run();
      const now = new Date(
        tenant.now.getTime() + minutes(options.minutesAgo ?? 0),
      );
      const catalog = { queryEntities: jest.fn() };
      const sync = jest.fn(async () => {});
      const sleep = jest.fn(async () => {});
      const logger = mockServices.logger.mock();
      const follower = new CatalogFollower({
        catalog,
        auth: mockServices.auth(),
        knex,
        clock: { now: () => now, sleep },
        logger,
      });
      const publish = async (inCatalog: number) => {
        catalog.queryEntities.mockResolvedValue({ totalItems: inCatalog });
        await follower.published('tenant-1', sync);
        await new Promise(setImmediate);
      };
      return { catalog, follower, logger, publish, sleep, sync };
    }

    // The small tenant's catalog has three users and two groups.
    it.each([
      ['has as many as were read', 5, 0, 0],
      ['has fewer than were read', 4, 0, 0],
      ['has more than were read', 6, 0, 1],
      ['has more, a quarter of an hour after the first snapshot', 6, 15, 0],
      ['has nothing, which says that it has yet to be filled', 0, 0, 1],
    ])('a catalog that %s', async (_, inCatalog, minutesAgo, syncs) => {
      const { publish, sleep, sync } = await start({ minutesAgo });
      await publish(inCatalog);
      expect(sync).toHaveBeenCalledTimes(syncs);
      expect(sleep).toHaveBeenCalledTimes(syncs);
    });

    it('syncs again when the first sync found an empty catalog, half a minute later', async () => {
      const { publish, sleep, sync } = await start({
        pages: {
          'catalog-users': [[]],
          'catalog-groups': [[]],
          'catalog-memberships': [[]],
        },
      });
      await publish(0);
      expect(sleep).toHaveBeenCalledWith(
        minutes(0.5),
        expect.objectContaining({ aborted: false }),
      );
      expect(sync).toHaveBeenCalledTimes(1);
    });

    it('syncs again once where two syncs found the same', async () => {
      const { publish, sleep, sync } = await start({});
      let wake = () => {};
      sleep.mockImplementationOnce(
        () => new Promise(resolve => (wake = resolve)),
      );
      await publish(6);
      await publish(6);
      wake();
      await new Promise(setImmediate);
      expect(sync).toHaveBeenCalledTimes(1);
      await publish(6);
      expect(sync).toHaveBeenCalledTimes(2);
    });

    it('is no reason for a sync to fail when the catalog is away', async () => {
      const { catalog, follower, logger, sync } = await start({});
      catalog.queryEntities.mockRejectedValue(new Error('secret'));
      await follower.published('tenant-1', sync);
      expect(sync).not.toHaveBeenCalled();
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('(Error); the next sync reads them'),
      );
    });

    it('leaves it to a sync that runs, and ends with the portal', async () => {
      const { follower, publish, sleep, sync } = await start({});
      sync.mockRejectedValueOnce(new ConflictError('under way'));
      await publish(6);
      expect(sync).toHaveBeenCalledTimes(1);
      sleep.mockImplementationOnce(() => new Promise(() => {}));
      await publish(6);
      const [, signal] = sleep.mock.calls[1] as unknown as [
        number,
        AbortSignal,
      ];
      follower.stop();
      expect(signal.aborted).toBe(true);
      expect(sync).toHaveBeenCalledTimes(1);
    });
  },
);
