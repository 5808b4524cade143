import { TestDatabases } from '../__testUtils__/TestDatabases';
import { groupEntity, objectId } from '../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../__testUtils__/startTestApi';
import {
  createSyncedTenant,
  register,
  tenantId,
} from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.one();

/** When the owner led Payments, and nobody had moved or left. */
const then = '2026-11-21T09:10:00Z';

describe.each(databases.eachSupportedId())('the past on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;

  const seen = async (caller: Caller, query = '') => {
    const { body } = await api.get(`/people?${query}`, caller);
    return body.items
      .map(({ id }: { id: string }) => Number(id.slice(-2)))
      .sort((a: number, b: number) => a - b);
  };

  /** Changes the catalog or the directory, and syncs an hour later. */
  async function later(
    pages: Partial<TestSync['source']['pages']>,
  ): Promise<void> {
    sync.source.pages = { ...sync.source.pages, ...pages };
    sync.now = new Date('2026-11-21T10:00:00Z');
    await sync.run();
  }

  const groups = () =>
    sync.source.pages['catalog-groups']!.flat() as ReturnType<
      typeof groupEntity
    >[];

  const without = (dataSet: 'users' | 'catalog-memberships', name: string) => [
    (sync.source.pages[dataSet]!.flat() as object[]).filter(
      row => !JSON.stringify(row).includes(name),
    ),
  ];

  beforeEach(async () => {
    sync = await createSyncedTenant(databases, databaseId);
    api = await startTestApi(sync);
  });

  afterEach(() => api.stop());

  it('is for who led a team then and leads it now', async () => {
    await later({});
    expect(await seen('owner', `at=${then}`)).toEqual([1, 2, 5, 6, 11]);
  });

  it('is not for who led a team then and does not now', async () => {
    await later({
      'catalog-groups': [
        groups().map(group =>
          group.metadata.name === 'payments'
            ? groupEntity('payments', 'engineering')
            : group,
        ),
      ],
    });
    expect(await seen('owner')).toEqual([]);
    expect(await seen('owner', `at=${then}`)).toEqual([]);
    expect(
      (await api.get(`/people/${tenantId}/${objectId(1)}?at=${then}`, 'owner'))
        .status,
    ).toBe(404);
    expect(await seen('security', `at=${then}`)).toHaveLength(11);
  });

  it('is not for who led a team that is gone', async () => {
    await later({
      'catalog-groups': [
        groups().filter(({ metadata }) => metadata.name !== 'payments'),
      ],
    });
    expect(await seen('owner', `at=${then}`)).toEqual([]);
  });

  describe('to a new lead', () => {
    const detail = `/people/${tenantId}/${objectId(2)}`;
    const changes = '/changes?from=2026-11-21T11:30:00Z';

    /** Payments is led by nobody from eleven to one, and person 2 registers at noon. */
    beforeEach(async () => {
      const led = groups();
      await later({
        'catalog-groups': [
          led.map(group =>
            group.metadata.name === 'payments'
              ? groupEntity('payments', 'engineering')
              : group,
          ),
        ],
      });
      register(sync, 2);
      await sync.runRefreshed(1);
      sync.source.pages['catalog-groups'] = [led];
      await sync.run();
    });

    it('tells what is true now and since when, and not what was before', async () => {
      const { body } = await api.get(detail, 'owner');
      expect(body.history).toHaveLength(1);
      expect(body.history[0]).toMatchObject({ state: 'covered', kind: null });
      const { body: all } = await api.get(detail);
      expect(all.history.length).toBeGreaterThan(1);
      expect(all.history[0]).toEqual({ ...body.history[0], kind: 'gained' });
      expect(all.history[1]).toMatchObject({ state: 'uncovered' });
    });

    it('lists no change from a day on which others led', async () => {
      const ids = async (caller: Caller) => {
        const { body } = await api.get(changes, caller);
        return body.items.map(({ id }: { id: string }) => id);
      };
      expect(await ids('security')).toContain(objectId(2));
      expect(await ids('owner')).toEqual([]);
    });

    it('tells what was before to who sees the person by another condition', async () => {
      const { body } = await api.get(detail, 'lead');
      expect(body.history.length).toBeGreaterThan(1);
      expect(body.history[0].kind).toBe('gained');
    });
  });

  it('has nobody who is on another team now, and who was not on it then', async () => {
    await later({
      'catalog-memberships': without('catalog-memberships', 'person6'),
    });
    expect(await seen('owner')).toEqual([1, 2, 5, 11]);
    expect(await seen('owner', `at=${then}`)).toEqual([1, 2, 5, 11]);
  });

  it('has who left the directory, for who leads the team of then', async () => {
    await later({ users: without('users', objectId(6)) });
    expect(await seen('owner')).toEqual([1, 2, 5, 11]);
    expect(await seen('owner', `at=${then}`)).toEqual([1, 2, 5, 6, 11]);
    expect(await seen('lead', `at=${then}`)).toEqual([1, 2, 5, 6, 11]);
  });

  it('has nobody who left the directory, for who leads no team of then', async () => {
    await later({
      users: without('users', objectId(6)),
      'catalog-groups': [
        groups().map(({ metadata }) => groupEntity(metadata.name)),
      ],
    });
    expect(await seen('owner', `at=${then}`)).toEqual([]);
  });
});
