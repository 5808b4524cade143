import { TestDatabases } from '@backstage/backend-test-utils';
import {
  groupEntity,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { migrateTestDatabase, TestSync } from '../__testUtils__/TestSync';
import type { DataSetId } from '../collectors/types';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const groups = (count: number) => [
  Array.from({ length: count }, (_, n) => groupEntity(`team-${n}`)),
];
const users = (count: number) => [
  Array.from({ length: count }, (_, n) => userEntity(n + 1, ['team-0'])),
];

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  async function createSync(pages = smallTenant()) {
    const knex = await databases.init(databaseId);
    await migrateTestDatabase(knex);
    const sync = new TestSync(knex);
    sync.source.pages = pages;
    return sync;
  }

  /** Runs, and tells the problem of a run that failed; null where it published. */
  async function problemOf(sync: TestSync): Promise<string | null> {
    await sync.run().catch(() => {});
    const { state, problem } = await sync.lastRun();
    expect(state).toBe(problem ? 'failed' : 'published');
    return problem && JSON.parse(problem).code;
  }

  describe('an empty answer', () => {
    it.each<DataSetId>([
      'users',
      'registrations',
      'catalog-users',
      'catalog-groups',
      'catalog-memberships',
    ])('of %s is not published, says so, and passes', async dataSet => {
      const sync = await createSync();
      await sync.run();
      const before = await sync.published();
      sync.source.pages[dataSet] = [[]];

      for (let again = 0; again < 2; again += 1) {
        expect(await problemOf(sync)).toBe('empty-answer');
        expect(await sync.published()).toEqual(before);
      }

      sync.source.pages = smallTenant();
      expect(await problemOf(sync)).toBeNull();
      expect((await sync.published()).states).toEqual(before.states);
    });

    it('of the report is believed on a first read, and not once it had rows', async () => {
      const sync = await createSync({ ...smallTenant(), registrations: [[]] });
      expect(await problemOf(sync)).toBeNull();
      expect((await sync.published()).snapshot).toBe(1);

      sync.source.pages = smallTenant();
      expect(await problemOf(sync)).toBeNull();
      sync.source.pages.registrations = [[]];
      expect(await problemOf(sync)).toBe('empty-answer');
      const { collectors, problem } = await sync.lastRun();
      expect(JSON.parse(problem!)).toMatchObject({
        dataSet: 'registrations',
        action: expect.stringContaining('The next sync asks again'),
      });
      expect(collectors).toContainEqual(
        expect.objectContaining({
          data_set: 'registrations',
          outcome: 'failed',
        }),
      );
      expect((await sync.published()).snapshot).toBe(2);
    });

    it('is fine where there was never anything', async () => {
      const catalogs = {
        users: [[userRow(1)]],
        registrations: [[reportRow(1)]],
      };
      const sync = await createSync(catalogs);
      expect(await problemOf(sync)).toBeNull();
      expect(await problemOf(sync)).toBeNull();
      expect(await problemOf(await createSync({}))).toBeNull();
    });

    it('of a data set that may be empty is fine', async () => {
      const sync = await createSync();
      const component = {
        kind: 'Component',
        metadata: { name: 'shop', namespace: 'default' },
        spec: { type: 'service' },
        relations: [{ type: 'ownedBy', targetRef: 'group:default/checkout' }],
      };
      sync.source.pages['catalog-ownership'] = [[component]];
      await sync.run();
      sync.source.pages['catalog-ownership'] = [[]];
      // Members may leave all teams: the users themselves are still there.
      sync.source.pages['catalog-memberships'] = [[userEntity(1)]];
      expect(await problemOf(sync)).toBeNull();
      expect((await sync.published()).teams).toEqual([]);
    });
  });

  describe('a catalog that lost more than half of its rows', () => {
    it('is published only when a second reading agrees', async () => {
      const sync = await createSync();
      sync.source.pages['catalog-groups'] = groups(40);
      await sync.run();
      const teams = async () => (await sync.published()).counts.length - 1;

      sync.source.pages['catalog-groups'] = groups(19);
      expect(await problemOf(sync)).toBe('shrunk-answer');
      expect(await teams()).toBe(40);

      // It falls on: that is not the same again.
      sync.source.pages['catalog-groups'] = groups(10);
      expect(await problemOf(sync)).toBe('shrunk-answer');
      sync.source.pages['catalog-groups'] = groups(11);
      expect(await problemOf(sync)).toBeNull();
      expect(await teams()).toBe(11);
    });

    it('is forgotten when the rows come back', async () => {
      const sync = await createSync();
      for (const [count, problem] of [
        [40, null],
        [10, 'shrunk-answer'],
        [40, null],
        [10, 'shrunk-answer'],
        [20, null],
      ] as const) {
        sync.source.pages['catalog-groups'] = groups(count);
        expect(await problemOf(sync)).toBe(problem);
      }
    });

    it('is published in the end when users and groups fell together', async () => {
      const sync = await createSync();
      const fill = (count: number) => {
        sync.source.pages['catalog-groups'] = groups(count);
        sync.source.pages['catalog-users'] = users(count);
        sync.source.pages['catalog-memberships'] = users(count);
      };
      fill(40);
      await sync.run();
      fill(10);
      expect(await problemOf(sync)).toBe('shrunk-answer');
      expect(await problemOf(sync)).toBe('shrunk-answer');
      expect(await problemOf(sync)).toBeNull();
      expect(await sync.records('catalog-users')).toHaveLength(10);
      expect(await sync.records('catalog-groups')).toHaveLength(10);
    });

    it('is nothing to ask about where it is small', async () => {
      const sync = await createSync();
      sync.source.pages['catalog-groups'] = groups(19);
      await sync.run();
      sync.source.pages['catalog-groups'] = groups(1);
      expect(await problemOf(sync)).toBeNull();
    });
  });
});
