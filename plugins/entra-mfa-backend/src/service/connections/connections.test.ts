import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import {
  createSyncedTenant,
  createTestTenant,
  register,
  tenantId,
} from '../../__testUtils__/testTenant';
import { clientId, TestSync } from '../../__testUtils__/TestSync';
import { untilOnRecord } from '../../__testUtils__/untilOnRecord';
import { ConnectionError, GraphRequestError } from '../../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const otherTenant = '99999999-0000-4000-8000-000000000001';

/** Of a tenant that has gone from the configuration, all can be looked at as it was, and nothing be done. */
async function showsThePast(api: TestApi, disconnectedAt: string) {
  const of = `tenant=${tenantId}`;
  const over = { stale: true, staleCauses: ['disconnected'], nextReadAt: null };
  const { body: now } = await api.get('/overview').expect(200);
  expect(now.tenant.id).toBe(otherTenant);
  expect(now.tenants).toMatchObject([
    { id: otherTenant },
    { id: tenantId, disconnectedAt },
  ]);
  expect(now.tenants[0]).not.toHaveProperty('disconnectedAt');
  for (const at of ['', '&at=2026-11-21']) {
    const { body } = await api.get(`/overview?${of}${at}`).expect(200);
    expect(body).toMatchObject({
      tenant: { id: tenantId, disconnectedAt },
      freshness: { ...over, health: 'disconnected', problems: [] },
      counts: { coverage: { met: null } },
      forecast: { status: 'none' },
    });
  }
  const team = await api.get(`/teams/group/default/payments?${of}`).expect(200);
  expect(team.body).toMatchObject({
    tenant: { disconnectedAt },
    freshness: over,
    coverage: { met: null },
  });
  const list = await api.get(`/teams?${of}`).expect(200);
  expect(list.body).toMatchObject({ freshness: over });
  const people = await api.get(`/people?${of}`).expect(200);
  expect(people.body.items.length).toBeGreaterThan(0);
  const hidden = await api.get(`/people?${of}`, 'countsOnly').expect(200);
  expect(hidden.body).toMatchObject({ visibility: 'none', items: [] });
  await api.get(`/overview?${of}`, 'nobody').expect(403);
  await api.get(`/people/${tenantId}/${objectId(1)}`).expect(200);
  await api.get(`/people/${tenantId}/${objectId(1)}`, 'self').expect(404);
  const { text } = await api.get(`/teams.csv?${of}`).expect(200);
  expect(text.length).toBeGreaterThan(0);
  const mine = await api.get(`/mine?${of}`).expect(200);
  expect(mine.body).toMatchObject({ me: null, requests: null });
  const exceptions = await api.get(`/exceptions?${of}`).expect(200);
  expect(exceptions.body.may).toEqual({ request: false, decide: false });
  const reviews = await api.get(`/reviews?${of}`).expect(200);
  expect(reviews.body.mayConduct).toBe(false);

  const { body: tenants } = await api.get('/tenants').expect(200);
  expect(tenants.items.map(({ id }: { id: string }) => id)).toEqual([
    otherTenant,
  ]);
  const subject = { kind: 'person', id: objectId(8) };
  for (const [path, body] of [
    [`/tenants/${tenantId}/sync`, undefined],
    [`/tenants/${tenantId}/check`, undefined],
    [`/tenants/${tenantId}/release`, { reason: 'Hm' }],
    [`/break-glass/${tenantId}/${objectId(3)}/drills`, { on: '2026-11-20' }],
    ['/reviews', { tenant: tenantId }],
    [
      '/exceptions',
      { tenant: tenantId, subject, reason: 'Hm', until: '2026-12-01' },
    ],
  ] as const) {
    const answer = await api.post(path).send(body);
    expect([path, answer.status, answer.body.error.message]).toEqual([
      path,
      409,
      expect.stringContaining(`is disconnected since ${disconnectedAt}`),
    ]);
  }
}

interface Told {
  sequence: number;
  kind: string;
  outcome: string;
  actor: { kind: string; ref: string | null };
  details: Record<string, unknown>;
}

describe.each(databases.eachSupportedId())('connections on %s', id => {
  it('have a trail of what was done, by whom, which names nobody who is read', async () => {
    const sync = await createSyncedTenant(databases, id);
    const api = await startTestApi(sync, {});
    try {
      await api.post(`/tenants/${tenantId}/sync`).expect(202);
      await api.get('/people.csv?names=true&q=person2').expect(200);
      await untilOnRecord(api, tenantId, 'user:default/security');
      await api.get('/runs.csv', 'service').expect(200);
      await untilOnRecord(api, tenantId, 'external:test-service');
      await api.post(`/tenants/${tenantId}/release`).send({ reason: 'Hm' });
      await api.post(`/tenants/${otherTenant}/sync`).expect(404);
      await api.post('/reviews').send({}).expect(200);
      await api
        .post(`/reviews/1/items/${objectId(8)}/decision`)
        .send({ decision: 'keep', note: 'Looked at' })
        .expect(200);
      const answer = await api.get(`/tenants/${tenantId}/trail`).expect(200);
      const told: Told[] = answer.body.items;
      expect(
        told.map(({ kind, outcome, actor }) => [kind, outcome, actor.ref]),
      ).toEqual([
        ['review-decided', 'done', 'user:default/security'],
        ['review-opened', 'done', 'user:default/security'],
        ['hold-released', 'failed', 'user:default/security'],
        ['exported', 'done', 'external:test-service'],
        ['exported', 'done', 'user:default/security'],
        ['sync-asked', 'done', 'user:default/security'],
        ['read', 'done', null],
        ['connected', 'done', null],
      ]);
      expect(told[4].details).toEqual({
        list: 'people',
        named: true,
        format: 'csv',
        rows: expect.any(Number),
        keyId: null,
      });
      expect(JSON.stringify(told)).not.toMatch(/person2|not-used/);
      expect(JSON.stringify(told)).not.toContain(objectId(8));

      const page = await api.get(`/tenants/${tenantId}/trail?limit=5`);
      const rest = await api.get(
        `/tenants/${tenantId}/trail?limit=5&cursor=${page.body.pageInfo.nextCursor}`,
      );
      expect(
        [...page.body.items, ...rest.body.items].map(
          ({ sequence }: Told) => sequence,
        ),
      ).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
      const filtered = await api.get(
        `/tenants/${tenantId}/trail?kind=read,connected&to=${sync.now
          .toISOString()
          .slice(0, 10)}`,
      );
      expect(filtered.body.items.map(({ kind }: Told) => kind)).toEqual([
        'read',
        'connected',
      ]);
      const past = await api.get(`/tenants/${tenantId}/trail?to=2026-01-01`);
      expect(past.body.items).toEqual([]);
    } finally {
      await api.stop();
    }
  });

  it('leave the health of the portal alone while Microsoft is away', async () => {
    const sync = await createTestTenant(await databases.init(id));
    await sync.run();
    await sync.letPass(20 * 3_600_000);
    sync.source.before = () => {
      throw new ConnectionError('unreachable');
    };
    await sync.runNow().catch(() => {});
    const api = await startTestApi(sync);
    try {
      const { body } = await api.get('/connections').expect(200);
      expect(body.items).toMatchObject([
        {
          state: 'needs-attention',
          stale: { causes: expect.arrayContaining(['not-read']) },
          problems: expect.arrayContaining([
            expect.objectContaining({ code: 'unreachable' }),
          ]),
        },
      ]);
      await api.health('readiness').expect(200, { status: 'ok' });
      await api.health('liveness').expect(200, { status: 'ok' });
    } finally {
      await api.stop();
    }
  });

  it('say how they do, and what to do, also when they are gone from the configuration', async () => {
    const sync = await createTestTenant(await databases.init(id));
    const contact = 'group:default/identity';
    const configured = (tenants: string[]) => ({
      tenants: tenants.map(one => ({
        tenantId: one,
        clientId,
        clientSecret: 'not-used',
        contact,
      })),
    });
    sync.source.before = dataSet => {
      if (dataSet === 'role-assignments') {
        throw new GraphRequestError(
          403,
          'Authorization_RequestDenied',
          null,
          false,
        );
      }
    };
    await sync.run();
    const first = await startTestApi(sync, configured([tenantId]));
    const answer = await first.get('/connections').expect(200);
    const seen = await first.get('/connections', 'countsOnly').expect(200);
    await first.stop();
    const [item] = answer.body.items;
    expect(item).toMatchObject({
      tenant: tenantId,
      state: 'needs-attention',
      stale: null,
      problems: [{ code: 'no-permission', dataSet: 'role-assignments' }],
      credential: 'secret',
      clientId,
      contact,
    });
    expect(item.episodes.map(({ state }: { state: string }) => state)).toEqual([
      'needs-attention',
      'connecting',
    ]);
    expect(
      item.dataSets
        .filter(({ works }: { works: boolean }) => !works)
        .map(({ id: set }: { id: string }) => set),
    ).toEqual(['role-assignments']);
    expect(JSON.stringify(seen.body)).not.toContain(clientId);

    await sync.letPass(3_600_000);
    const second = await startTestApi(sync, configured([otherTenant]));
    const later = await second.get('/connections').expect(200);
    const trail = await second.get(`/tenants/${tenantId}/trail`).expect(200);
    const runs = await second.get(`/runs?tenant=${tenantId}`).expect(200);
    await showsThePast(second, sync.now.toISOString());
    await second.stop();
    expect(
      later.body.items.map(
        ({ tenant, state }: { tenant: string; state: string }) => [
          tenant,
          state,
        ],
      ),
    ).toEqual([
      [otherTenant, 'connecting'],
      [tenantId, 'disconnected'],
    ]);
    expect(later.body.items[1]).toMatchObject({
      since: sync.now.toISOString(),
      contact: null,
      nextReadAt: null,
    });
    expect(trail.body.items.map(({ kind }: Told) => kind)).toEqual([
      'disconnected',
      'consent-lost',
      'read',
      'connected',
    ]);
    expect(runs.body.items.length).toBeGreaterThan(0);
  });

  it('tell of a team in each tenant, and add up what is of now and shown', async () => {
    const sync = await createTestTenant(await databases.init(id));
    const other = new TestSync(sync.knex, { tenantId: otherTenant });
    other.source.pages = {
      ...sync.source.pages,
      organization: [[{ id: otherTenant, displayName: 'Fabrikam' }]],
    };
    register(other, 2);
    // There, the User of person 3 is 20, and person 5 is in Field.
    const { users, registrations, ...catalog } = other.source.pages;
    const user20 = userEntity(20);
    user20.metadata.name = 'person3';
    other.source.pages = {
      ...catalog,
      users: [...users!, [userRow(20)]],
      registrations: [...registrations!, [reportRow(20, false)]],
      'catalog-users': [
        catalog['catalog-users']!.flat().map((entity, index) =>
          index === 2 ? user20 : entity,
        ),
      ],
      'catalog-memberships': [
        catalog['catalog-memberships']!.flat().map((entity, index) =>
          index === 3 ? userEntity(5, ['field']) : entity,
        ),
      ],
    };
    await sync.run();
    const before = sync.now.toISOString();
    await sync.letPass(3_600_000);
    other.now = sync.now;
    await other.runNow();
    const config = (ids: string[], hideBelow = 0) => ({
      tenants: ids.map(one => ({
        ...{ tenantId: one, clientId, clientSecret: 'not-used' },
      })),
      smallTeams: { hideBelow },
    });
    const both = [tenantId, otherTenant];
    const path = '/teams/group/default/payments';
    const figures = async (
      api: TestApi,
      caller: Caller = 'security',
      query = '',
    ) => {
      const { body } = await api
        .get(`${path}/tenants${query}`, caller)
        .expect(200);
      const { items, total } = routes.getTeamTenants.response.parse(body);
      return {
        items: items.map(({ tenant, stale, team: { coverage } }) => [
          tenant.name,
          stale,
          coverage && [coverage.covered, coverage.uncovered, coverage.met],
        ]),
        total,
      };
    };
    let api = await startTestApi(sync, config(both));
    expect(await figures(api, 'countsOnly')).toEqual({
      items: [
        ['Contoso', false, [3, 1, false]],
        ['Fabrikam', false, [4, 0, true]],
      ],
      // Cut off: 7 of 8. One is short in the one tenant, nobody in the other.
      total: {
        ...{ tenants: both, people: 9, covered: 7, uncovered: 1 },
        ...{ permille: 875, short: 1 },
      },
    });
    const { body: team } = await api.get(path).expect(200);
    expect(team.otherTenants).toBe(1);
    const vacant = await api.get('/teams/group/default/vacant/tenants');
    expect(vacant.body).toEqual({ items: [], total: null });
    await api.get('/teams/group/default/nowhere/tenants').expect(404);
    await api.get(`${path}/tenants`, 'nobody').expect(403);
    const then = sync.now.toISOString();

    const elsewhere = async (
      number: number,
      caller: Caller = 'security',
      query = '',
    ) => {
      const { body } = await api
        .get(`/people/${tenantId}/${objectId(number)}/tenants${query}`, caller)
        .expect(200);
      return routes.getPersonTenants.response
        .parse(body)
        .items.map(({ tenant, stale, person }) => [
          tenant.name,
          stale,
          person.id,
          person.state,
        ]);
    };
    // The same User, whatever the account is called there.
    expect(await elsewhere(3)).toEqual([
      ['Fabrikam', false, objectId(20), 'uncovered'],
    ]);
    expect(await elsewhere(3, 'security', `?at=${before}`)).toEqual([]);
    const twoThere = [['Fabrikam', false, objectId(2), 'covered']];
    expect(await elsewhere(2)).toEqual(twoThere);
    expect(await elsewhere(2, 'self')).toEqual(twoThere);
    // The lead of Payments may see person 5 here, and not there.
    expect(await elsewhere(5)).toHaveLength(1);
    expect(await elsewhere(5, 'lead')).toEqual([]);
    expect(await elsewhere(12)).toEqual([]);
    await api
      .get(`/people/${tenantId}/${objectId(3)}/tenants`, 'lead')
      .expect(404);

    await sync.letPass(20 * 3_600_000);
    sync.source.refreshedAt = sync.now;
    await sync.runNow();
    expect(await figures(api)).toEqual({
      items: [
        ['Contoso', false, [3, 1, false]],
        ['Fabrikam', true, [4, 0, null]],
      ],
      total: null,
    });
    // A past day is told as it was told then, by those whose history reaches back to it.
    expect(await figures(api, 'countsOnly', `?at=${then}`)).toEqual({
      items: [
        ['Contoso', false, [3, 1, false]],
        ['Fabrikam', false, [4, 0, true]],
      ],
      total: expect.objectContaining({ covered: 7, permille: 875 }),
    });
    const earlier = await figures(api, 'countsOnly', `?at=${before}`);
    expect(earlier.items).toEqual([['Contoso', false, [3, 1, false]]]);
    await api.get(`${path}/tenants?at=2020-01-01`).expect(404);
    await api.get(`${path}/tenants?at=2100-01-01`).expect(400);
    await api.stop();

    other.now = sync.now;
    other.source.refreshedAt = sync.now;
    await other.runNow();
    api = await startTestApi(sync, config(both, 10));
    expect(await figures(api, 'countsOnly')).toEqual({
      items: [
        ['Contoso', false, null],
        ['Fabrikam', false, null],
      ],
      total: null,
    });
    await api.stop();
    api = await startTestApi(sync, config([tenantId]));
    expect((await figures(api)).items).toHaveLength(1);
    // On a day on which the other one was still read, it stands beside it.
    expect(await figures(api, 'security', `?at=${then}`)).toEqual({
      items: [
        ['Contoso', false, [3, 1, false]],
        ['Fabrikam', true, [4, 0, null]],
      ],
      total: null,
    });
    const alone = await api.get(path).expect(200);
    expect(alone.body).not.toHaveProperty('otherTenants');
    await api.stop();
  });

  it('say what Microsoft allows, and what of it the last read has used', async () => {
    const sync = await createTestTenant(await databases.init(id));
    // Seven pages of the report: the first four go at once, the others in the next 10 seconds.
    const rows = sync.source.pages.registrations!.flat();
    sync.source.pages.registrations = rows
      .slice(0, 6)
      .map(row => [row])
      .concat([rows.slice(6)]);
    await sync.run();
    await sync.letPass(86_400_000);
    sync.source.before = dataSet => {
      if (dataSet === 'registrations') {
        throw new GraphRequestError(503, 'busy', null, false);
      }
    };
    await sync.runNow().catch(() => {});
    const api = await startTestApi(sync, {
      schedule: { frequency: { minutes: 30 }, timeout: { minutes: 10 } },
    });
    try {
      const { body } = await api.get(`/tenants/${tenantId}/budget`).expect(200);
      await api.get(`/tenants/${otherTenant}/budget`).expect(404);
      const of = (dataSet: string) =>
        body.dataSets.find((line: { id: string }) => line.id === dataSet);
      expect(body.intervalSeconds).toBe(1800);
      // Of 5 in 10 seconds: 900 in half an hour.
      expect(of('registrations')).toMatchObject({
        service: 'reports',
        limit: { requests: 5, seconds: 10 },
        pace: { requests: 4, seconds: 10 },
        last: { run: 1, pages: 7, calls: 7 },
        leastSeconds: 10,
        usedPermille: 7,
      });
      expect(of('users')).toMatchObject({
        service: 'directory',
        limit: null,
        last: { run: 2, pages: 2 },
        leastSeconds: null,
        usedPermille: null,
      });
      for (const dataSet of ['conditional-access', 'risky-users']) {
        expect(of(dataSet)).toMatchObject({
          service: 'conditional-access',
          pace: { requests: 1, seconds: 2 },
        });
      }
      expect(of('catalog-users')).toBeUndefined();
      const days: { date: string; runs: number; calls: number }[] = body.days;
      expect(days.map(({ date, runs }) => [date, runs])).toEqual([
        ['2026-11-21', 1],
        ['2026-11-22', 1],
      ]);
      const { body: told } = await api.get('/runs');
      const calls = told.items.map(
        ({ collectors }: { collectors: { calls: number }[] }) =>
          collectors.reduce((sum, one) => sum + one.calls, 0),
      );
      expect(days.map(day => day.calls).reverse()).toEqual(calls);
    } finally {
      await api.stop();
    }
  });
});
