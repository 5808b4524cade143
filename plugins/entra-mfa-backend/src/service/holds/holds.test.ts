import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { reportRow, userRow } from '../../__testUtils__/rows';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import { TestSync } from '../../__testUtils__/TestSync';
import { tenantId } from '../../__testUtils__/testTenant';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;

  function registered(count: number) {
    sync.source.pages.registrations = [
      Array.from({ length: 40 }, (_, i) => reportRow(i + 1, i < count)),
    ];
  }

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    sync = new TestSync(knex, { tenantId });
    sync.source.pages.users = [
      Array.from({ length: 40 }, (_, i) => userRow(i + 1)),
    ];
    registered(36);
    await sync.run();
    api = await startTestApi(sync);
  });

  afterAll(() => api.stop());

  const release = (body: object, caller?: Parameters<TestApi['post']>[1]) =>
    api.post(`/tenants/${tenantId}/release`, caller).send(body);

  it('tells of no hold, and releases none', async () => {
    expect((await api.get('/overview')).body.hold).toBeNull();
    const { status, body } = await release({ reason: 'why not' });
    expect(status).toBe(404);
    expect(body.error.message).toContain('nothing to release');
  });

  it('shows what is held, beside the figure that stays', async () => {
    registered(4);
    await expect(sync.run()).rejects.toThrow();
    const { body } = await api.get('/overview');
    expect(body.counts.coverage.permille).toBe(900);
    expect(body.hold).toEqual({
      run: 2,
      since: sync.now.toISOString(),
      foundAt: sync.now.toISOString(),
      from: { covered: 36, uncovered: 4, permille: 900 },
      to: { covered: 4, uncovered: 36, permille: 100 },
      people: 32,
      releasedAt: null,
    });
    expect(body.freshness.health).toBe('needs-attention');
    expect(body.freshness.problems).toMatchObject([{ code: 'sudden-fall' }]);
  });

  it('shows it also by a replica whose clock is behind', async () => {
    const { now } = sync;
    sync.now = new Date(now.getTime() - 1_800_000);
    const { hold } = (await api.get('/overview')).body;
    sync.now = now;
    expect(hold).toMatchObject({ run: 2, foundAt: now.toISOString() });
  });

  it.each<[string, object, number]>([
    ['no reason', {}, 400],
    ['an empty reason', { reason: '  ' }, 400],
    ['something unknown', { reason: 'r', force: true }, 400],
    ['another run', { reason: 'r', run: 1 }, 409],
  ])('does not release it with %s', async (_, body, expected) => {
    expect((await release(body)).status).toBe(expected);
  });

  it('lets only a user with the permission release it', async () => {
    const reason = 'r';
    expect((await release({ reason }, 'countsOnly')).status).toBe(403);
    expect((await release({ reason }, 'nobody')).status).toBe(403);
    const { status, body } = await release({ reason }, 'service');
    expect(status).toBe(403);
    expect(body.error.message).toContain('Only a user');
  });

  it('records who released it and why, starts a sync, and publishes', async () => {
    const { status, body } = await release({ reason: ' The keys are gone. ' });
    expect(status).toBe(202);
    expect(body).toEqual({
      tenant: tenantId,
      run: 2,
      releasedAt: sync.now.toISOString(),
      syncStarted: true,
    });
    expect(api.triggered).toEqual([`entra-mfa-sync-${tenantId}`]);
    expect((await release({ reason: 'again' })).status).toBe(409);
    expect((await api.get('/overview')).body.hold.releasedAt).toBe(
      body.releasedAt,
    );

    await sync.run();
    const overview = (await api.get('/overview')).body;
    expect(overview.hold).toBeNull();
    expect(overview.counts.coverage.permille).toBe(100);
    const { body: holds } = await api.get(`/tenants/${tenantId}/holds`);
    expect(holds.items).toMatchObject([
      {
        run: 2,
        outcome: 'released',
        releasedBy: 'user:default/security',
        reason: 'The keys are gone.',
        closedAt: sync.now.toISOString(),
      },
    ]);
  });

  it('shows the hold again to who looks at that time', async () => {
    const { body: holds } = await api.get(`/tenants/${tenantId}/holds`);
    const [{ since }] = holds.items;
    const { body } = await api.get(`/overview?at=${since}`);
    expect(body.hold).toMatchObject({ run: 2, releasedAt: since });
    const before = new Date(Date.parse(since) - 1).toISOString();
    expect((await api.get(`/overview?at=${before}`)).body.hold).toBeNull();
  });
});
