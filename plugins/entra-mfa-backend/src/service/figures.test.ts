import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { GraphRequestError } from '../graph/errors';
import { objectId } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import {
  createTestTenant,
  register,
  tenantId,
} from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('figures on %s', databaseId => {
  let api: TestApi;
  let sync: TestSync;

  /** Syncs on 21 Nov 2026 at 9:00 and, after person 2 has registered, on 24 Dec. */
  beforeAll(async () => {
    sync = await createTestTenant(await databases.init(databaseId));
    await sync.run();
    register(sync, 2);
    sync.now = new Date('2026-12-24T07:00:00Z');
    sync.source.refreshedAt = new Date('2026-12-23T20:00:00Z');
    await sync.run();
    api = await startTestApi(sync, { exposure: 'all' });
  });

  afterAll(() => api.stop());

  const overview = async (query = '') =>
    routes.getOverview.response.parse(
      (await api.get(`/overview${query}`)).body,
    );
  const teams = async (query = '') =>
    routes.getTeams.response.parse((await api.get(`/teams${query}`)).body);
  const team = async (name: string, query = '') =>
    routes.getTeam.response.parse(
      (await api.get(`/teams/group/default/${name}${query}`)).body,
    );

  it('adds up to the directory', async () => {
    const { directory, counts, ...rest } = await overview(
      '?at=2026-11-21T10:00:00Z',
    );
    const add = (parts: { count: number }[]) =>
      parts.reduce((sum, { count }) => sum + count, 0);
    expect(directory!.total).toBe(11);
    expect(add(directory!.inScope) + add(directory!.leftOut)).toBe(11);
    expect(directory!.leftOut).toEqual([
      { scopeClass: 'disabled', count: 1 },
      { scopeClass: 'guest', count: 1 },
    ]);
    expect(counts).toMatchObject({
      people: 11,
      inScope: 9,
      states: {
        covered: 5,
        uncovered: 3,
        unknown: 1,
        exempt: 0,
        'out-of-scope': 2,
      },
      coverage: {
        covered: 5,
        uncovered: 3,
        permille: 625,
        short: 3,
        met: false,
      },
      bases: {
        registered: { covered: 5, uncovered: 3 },
        capable: { covered: 4, uncovered: 4 },
      },
      registeredNotCapable: 1,
      notInCatalog: 1,
      noTier: 1,
    });
    expect(rest).toMatchObject({
      tenant: { id: tenantId, name: 'Contoso' },
      basis: 'registered',
      targetPermille: 950,
      halfOfGap: { teams: 2, people: 2 },
      privileged: { people: 0, disabledWithRole: 0 },
      cis: {
        members: 8,
        capable: 4,
        permille: 500,
        certificateScope: 0,
        leftOut: 0,
      },
      unmatched: {
        peopleNotInCatalog: 1,
        catalogUsersNotInEntra: 1,
        rowsWithoutPerson: 1,
      },
    });
  });

  it('tells every past date as it was, and the trend up to it', async () => {
    const figure = async (query: string) => {
      const { counts, snapshot, series } = await overview(query);
      return [
        snapshot!.number,
        counts!.coverage.covered,
        series.map(point => [point.covered, point.phoneOnly]),
      ];
    };
    expect(await figure('?at=2026-11-21')).toEqual([1, 5, [[5, 1]]]);
    expect(await figure('?at=2026-12-01')).toEqual([1, 5, [[5, 1]]]);
    expect(await figure('?at=2026-12-24T07:59:59Z')).toEqual([1, 5, [[5, 1]]]);
    expect(await figure('?at=2026-12-24T08:00:00Z')).toEqual([
      2,
      6,
      [
        [5, 1],
        [6, 1],
      ],
    ]);
    expect(await figure('?at=2026-12-24')).toEqual([
      2,
      6,
      [
        [5, 1],
        [6, 1],
      ],
    ]);
    expect(await figure('')).toEqual([
      2,
      6,
      [
        [5, 1],
        [6, 1],
      ],
    ]);
    expect((await team('checkout', '?at=2026-12-01')).coverage!.covered).toBe(
      2,
    );
    expect(
      (await teams('?at=2026-12-01&q=checkout')).items[0].coverage!.covered,
    ).toBe(2);
  });

  it('rolls teams up with each person once', async () => {
    expect(await team('engineering', '?at=2026-11-21')).toMatchObject({
      people: 5,
      subTeams: 1,
      coverage: { covered: 3, uncovered: 1, permille: 750 },
      direct: { covered: 0, uncovered: 0, permille: null },
      phoneOnly: 1,
      names: 'visible',
      children: [{ ref: 'group:default/payments' }],
      ancestors: [],
    });
    expect(await team('Checkout', '?at=2026-11-21')).toMatchObject({
      coverage: { covered: 2, uncovered: 1, permille: 666 },
      ancestors: [
        { ref: 'group:default/engineering', title: 'ENGINEERING' },
        { ref: 'group:default/payments', title: 'PAYMENTS' },
      ],
      change30Days: null,
    });
  });

  it('says how a team changed in 30 days', async () => {
    const { change30Days, series } = await team('checkout');
    expect(change30Days).toBe(1000 - 666);
    expect(series.map(({ permille }) => permille)).toEqual([666, 1000]);
    expect((await team('vacant')).change30Days).toBeNull();
  });

  it('gives a team of nobody no percentage', async () => {
    const { coverage, people } = await team('vacant');
    expect({ people, ...coverage }).toEqual({
      people: 0,
      covered: 0,
      uncovered: 0,
      permille: null,
      short: 0,
      met: null,
    });
  });

  it.each([
    ['', ['field', 'checkout', 'engineering', 'payments', 'vacant']],
    ['sort=name', ['checkout', 'engineering', 'field', 'payments', 'vacant']],
    [
      'sort=uncovered',
      ['field', 'checkout', 'engineering', 'payments', 'vacant'],
    ],
    ['sort=direct', ['field', 'checkout', 'engineering', 'payments', 'vacant']],
    [
      'sort=coverage',
      ['field', 'checkout', 'engineering', 'payments', 'vacant'],
    ],
    [
      'sort=name&order=desc',
      ['vacant', 'payments', 'field', 'engineering', 'checkout'],
    ],
    // Equal ones by name, and none behind all, in either direction.
    [
      'sort=coverage&order=desc',
      ['checkout', 'engineering', 'payments', 'field', 'vacant'],
    ],
    ['order=asc', ['checkout', 'engineering', 'payments', 'vacant', 'field']],
    ['sort=people', ['engineering', 'payments', 'field', 'checkout', 'vacant']],
    [
      'sort=counted&order=asc',
      ['vacant', 'checkout', 'field', 'engineering', 'payments'],
    ],
    ['parent=none', ['field', 'engineering', 'vacant']],
    ['parent=none&order=asc', ['engineering', 'vacant', 'field']],
    ['parent=group:default/payments', ['checkout']],
    ['parent=Group:default/Payments', ['checkout']],
    ['q=PAY', ['payments']],
    ['q=%25', []],
  ])('teams: %s', async (query, expected) => {
    const names = async (rest = '') =>
      (await teams(`?${query}${rest}`)).items.map(
        ({ ref }) => ref.split('/')[1],
      );
    expect(await names()).toEqual(expected);

    const walked: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { items, pageInfo } = await teams(
        `?${query}&limit=1${cursor && `&cursor=${cursor}`}`,
      );
      walked.push(...items.map(({ ref }) => ref.split('/')[1]));
      cursor = pageInfo.nextCursor;
    }
    expect(walked).toEqual(expected);
    const { totalItems } = await teams(`?${query}&limit=1&count=true`);
    expect(totalItems).toBe(expected.length);
  });

  it('lists what one side knows and the other does not', async () => {
    const keys = async (kind: string) =>
      routes.getUnmatched.response
        .parse((await api.get(`/unmatched?kind=${kind}`)).body)
        .items.map(({ key }) => key);
    expect(await keys('catalog-user')).toEqual(['user:default/person9']);
    expect(await keys('report-row')).toEqual([objectId(99)]);
  });

  it('tells services the state of every entity', async () => {
    const { body } = await api.get('/entity-status', 'service');
    const { users, groups, basis } =
      routes.getEntityStatus.response.parse(body);
    expect(basis).toBe('registered');
    expect(users).toHaveLength(10);
    expect(
      users.find(({ entityRef }) => entityRef === 'user:default/person8'),
    ).toEqual({
      objectId: objectId(8),
      entityRef: 'user:default/person8',
      state: 'uncovered',
    });
    expect(
      groups.find(({ entityRef }) => entityRef === 'group:default/checkout'),
    ).toEqual({
      entityRef: 'group:default/checkout',
      permille: 1000,
      met: true,
      covered: 3,
      uncovered: 0,
    });
  });

  describe('freshness', () => {
    it('tells both clocks, and is stale past the limit', async () => {
      expect((await overview()).freshness).toMatchObject({
        readAt: '2026-12-24T08:00:00.000Z',
        reportRefreshedAt: '2026-12-23T20:00:00.000Z',
        stale: false,
        staleAfterSeconds: 21_600,
        health: 'healthy',
        problems: [],
      });
      sync.now = new Date('2026-12-24T14:00:01Z');
      const { freshness } = await overview();
      expect(freshness).toMatchObject({
        stale: true,
        health: 'needs-attention',
      });
      expect(freshness.problems).toMatchObject([{ code: 'stale' }]);
      const then = await overview('?at=2026-11-21T10:00:00Z');
      expect(then.freshness.stale).toBe(false);
    });

    it('says what failed, since when, and what to do, and keeps the last figure', async () => {
      sync.source.before = id => {
        if (id === 'users') {
          throw new GraphRequestError(
            403,
            'Authorization_RequestDenied',
            null,
            false,
          );
        }
      };
      await expect(sync.run()).rejects.toThrow();
      sync.source.before = () => {};
      const { freshness, counts } = await overview();
      expect(counts!.coverage.covered).toBe(6);
      expect(freshness.health).toBe('needs-attention');
      expect(freshness.problems.length).toBeGreaterThan(0);
      for (const { message, action, since } of freshness.problems) {
        expect(message).not.toBe('');
        expect(action).not.toBe('');
        expect(since).toBe('2026-12-24T15:00:01.000Z');
      }
      const runs = routes.getRuns.response.parse(
        (await api.get('/runs?limit=2')).body,
      );
      expect(runs.items.map(({ number, state }) => [number, state])).toEqual([
        [3, 'failed'],
        [2, 'published'],
      ]);
      const next = await api.get(
        `/runs?limit=2&cursor=${runs.pageInfo.nextCursor}`,
      );
      expect(
        routes.getRuns.response
          .parse(next.body)
          .items.map(({ number }) => number),
      ).toEqual([1]);
    });
  });

  it('names tenants, and what each data set needs, but no secret', async () => {
    const { body, text } = await api.get('/tenants');
    const { items, dataSets } = routes.getTenants.response.parse(body);
    expect(items).toMatchObject([{ id: tenantId, name: 'Contoso' }]);
    expect(dataSets.find(({ id }) => id === 'registrations')).toMatchObject({
      permission: 'AuditLog.Read.All',
    });
    expect(text).not.toContain('not-used');
  });

  it('has no count by CIS of snapshots of earlier versions', async () => {
    const line = () => sync.knex('coverage').where({ team_ref: '' });
    const rows = await line().select('from_snapshot', 'counts');
    for (const { from_snapshot, counts } of rows) {
      const { cis: _, ...older } = JSON.parse(counts);
      await line()
        .where({ from_snapshot })
        .update({ counts: JSON.stringify(older) });
    }
    expect((await overview()).cis).toBeNull();
    for (const { from_snapshot, counts } of rows) {
      await line().where({ from_snapshot }).update({ counts });
    }
  });
});

describe('before there is anything', () => {
  it('says that the first run is under way, and that nothing is counted yet', async () => {
    const sync = await createTestTenant(await databases.init('SQLITE_3'));
    const api = await startTestApi(sync);
    const { counts, snapshot, freshness } = routes.getOverview.response.parse(
      (await api.get('/overview')).body,
    );
    expect({ counts, snapshot }).toEqual({ counts: null, snapshot: null });
    expect(freshness.health).toBe('first-run');
    expect((await api.get('/people')).body.items).toEqual([]);
    expect((await api.get('/teams/group/default/field')).status).toBe(404);
    const past = await api.get('/overview?at=2026-11-01');
    expect(past.status).toBe(404);
    await api.stop();
  });

  it('says what to do where no tenant is configured', async () => {
    const sync = await createTestTenant(await databases.init('SQLITE_3'));
    const api = await startTestApi(sync, { tenants: [] });
    const body = routes.getOverview.response.parse(
      (await api.get('/overview')).body,
    );
    expect(body).toMatchObject({ tenant: null, tenants: [] });
    expect(body.freshness).toMatchObject({
      health: 'not-configured',
      problems: [{ code: 'not-configured' }],
    });
    expect((await api.get('/runs')).body.items).toEqual([]);
    await api.stop();
  });
});
