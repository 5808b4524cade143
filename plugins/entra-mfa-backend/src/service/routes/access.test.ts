import type { RouteName } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  everyRoute,
  openApi,
  sendRow,
  signedIn,
} from '../../__testUtils__/everyRoute';
import { putException } from '../../__testUtils__/exceptions';
import { objectId } from '../../__testUtils__/rows';
import {
  conditionsOf,
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let api: TestApi;

beforeAll(async () => {
  const sync = await createTestTenant(await databases.init('SQLITE_3'));
  await putException(sync.knex, {
    tenantId,
    id: 'of-10',
    subject: objectId(10),
    until: '2026-12-31',
    requestedBy: 'user:default/security',
    requestedAt: new Date('2026-11-20T08:00:00Z'),
    approvedAt: new Date('2026-11-20T09:00:00Z'),
  });
  await sync.run();
  api = await startTestApi(sync);
  await api.post('/reviews').send({});
});

afterAll(() => api.stop());

const rows = [...Object.values(everyRoute).flat(), openApi];
const requests = rows.map(row => [row.request, row] as const);

it('has a row for every route of the contract, and no row twice', () => {
  expect(Object.keys(everyRoute).sort()).toEqual(Object.keys(routes).sort());
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = routes[name];
    const pattern = new RegExp(
      `^${method} ${path.replace(/\{\w+\}/g, '[^/?]+')}(\\?|$)`,
    );
    expect(everyRoute[name].length).toBeGreaterThan(0);
    for (const { request } of everyRoute[name]) {
      expect(request).toMatch(pattern);
    }
  }
  expect(new Set(rows.map(({ request }) => request)).size).toBe(rows.length);
});

it.each(requests)('%s: who is not signed in gets 401', async (_, row) => {
  const { status } = await sendRow(api, row, 'anonymous');
  expect(status).toBe(401);
});

describe.each(signedIn.map((caller, i) => [caller, i] as const))(
  '%s',
  (caller, i) => {
    it.each(requests)('%s', async (_, row) => {
      const { status, body } = await sendRow(api, row, caller);
      expect([status, typeof body.error?.message]).toEqual([
        row.statuses[i],
        status < 300 ? 'undefined' : 'string',
      ]);
      const refusal = status === 403 ? body.error.message : 'entra-mfa.none';
      expect(refusal).toMatch(/entra-mfa\.|Only other plugins/);
    });
  },
);

describe('people', () => {
  const names = async (caller: Caller, query = '') => {
    const { body } = await api.get(`/people${query}`, caller);
    return [
      body.visibility,
      body.items.map(({ id }: { id: string }) => Number(id.slice(-2))),
    ];
  };

  it('lists to each caller whom they may see, and says so', async () => {
    expect(await names('security')).toEqual([
      'all',
      [11, 1, 10, 12, 2, 3, 4, 5, 6, 7, 8],
    ]);
    expect(await names('lead')).toEqual(['some', [11, 1, 2, 5, 6]]);
    expect(await names('owner')).toEqual(['some', [11, 1, 2, 5, 6]]);
    expect(await names('self')).toEqual(['some', [2]]);
    expect(await names('countsOnly')).toEqual(['none', []]);
  });

  it('lets no filter reach past what the caller may see', async () => {
    expect(await names('self', '?team=group:default/checkout')).toEqual([
      'some',
      [2],
    ]);
    expect(await names('lead', '?q=person8')).toEqual(['some', []]);
    const { body } = await api.get('/people?count=true', 'lead');
    expect(body.totalItems).toBe(5);
    const { text } = await api.get('/people.csv', 'self');
    expect(text.trim().split('\n')).toHaveLength(2);
  });

  it('shows nothing of a person whom the caller may not see', async () => {
    const other = await api.get(`/people/${tenantId}/${objectId(8)}`, 'lead');
    const missing = await api.get(
      `/people/${tenantId}/${objectId(77)}`,
      'lead',
    );
    expect(other.status).toBe(404);
    expect(other.body.error.message).toBe(missing.body.error.message);
    expect(JSON.stringify(other.body)).not.toContain('Person 8');
  });

  it.each([
    ['security', 'payments', 'visible'],
    ['lead', 'payments', 'visible'],
    ['lead', 'checkout', 'visible'],
    ['lead', 'engineering', 'visible'],
    ['lead', 'field', 'hidden'],
    ['owner', 'checkout', 'visible'],
    ['owner', 'field', 'hidden'],
    ['self', 'checkout', 'hidden'],
    ['countsOnly', 'payments', 'hidden'],
  ] as const)('names to %s of %s are %s', async (caller, team, expected) => {
    const { body } = await api.get(`/teams/group/default/${team}`, caller);
    expect(body.names).toBe(expected);
    expect(body.counts.people).toBeGreaterThan(0);
  });
});

it('decides on one person as it lists them', async () => {
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12];
  for (const caller of ['lead', 'owner', 'self'] as const) {
    const { body: list } = await api.get('/people', caller);
    const listed = list.items.map(({ id }: { id: string }) => id).sort();
    const { body } = await api.applyConditions(
      numbers.map(number => ({
        id: objectId(number),
        resourceRef: `${tenantId}/${objectId(number)}`,
        ...conditionsOf(caller),
      })),
    );
    const allowed = body.items
      .filter(({ result }: { result: string }) => result === 'ALLOW')
      .map(({ id }: { id: string }) => id);
    expect(allowed).toEqual(listed);
  }
});

it('starts a sync of the tenant that is named', async () => {
  const { body } = await api.post(`/tenants/${tenantId}/sync`);
  expect(body).toEqual({ tenant: tenantId });
  expect(api.triggered).toContain(`entra-mfa-sync-${tenantId}`);
  const other = await api.post(`/tenants/${objectId(1)}/sync`);
  expect(other.status).toBe(404);
});

function send(route: string, caller: Caller) {
  const [method, path] = route.split(' ');
  return method === 'get' ? api.get(path, caller) : api.post(path, caller);
}

describe('a review', () => {
  const item = `/reviews/1/items/${objectId(8)}/decision`;
  const steps = {
    'get /reviews/1': undefined,
    'get /reviews/1/items': undefined,
    'post /reviews': {},
    [`post ${item}`]: { decision: 'register' },
    'post /reviews/1/decisions': { decision: 'register', filter: {} },
    // The number of those without a decision is wrong, so that it stays open.
    'post /reviews/1/close': { reason: 'enough', open: 99 },
  };
  const conducts = [200, 200, 409, 200, 200, 409];
  const reads = [200, 200, 403, 403, 403, 403];
  const nothing = [403, 403, 403, 403, 403, 403];

  beforeAll(() => api.post('/reviews').send({}));

  it.each([
    ['security', conducts],
    ['decider', conducts],
    ['service', reads],
    ['lead', reads],
    ['owner', reads],
    ['self', reads],
    ['countsOnly', nothing],
    ['nobody', nothing],
    ['anonymous', nothing.map(() => 401)],
  ] as const)('%s', async (caller, statuses) => {
    const answers = [];
    for (const [route, body] of Object.entries(steps)) {
      const sent = send(route, caller);
      answers.push((await (body ? sent.send(body) : sent)).status);
    }
    expect(answers).toEqual(statuses);
  });

  it.each([
    ['security', [12, 2, 7, 8]],
    ['service', [12, 2, 7, 8]],
    ['lead', [2]],
    ['owner', [2]],
    ['self', [2]],
  ] as const)('lists to %s whom they may see', async (caller, numbers) => {
    const { body } = await api.get('/reviews/1/items', caller);
    expect(
      body.items.map(({ id }: { id: string }) => Number(id.slice(-2))),
    ).toEqual(numbers);
    const { body: review } = await api.get('/reviews/1', caller);
    expect(review.counts.items).toBe(numbers.length);
  });
});
