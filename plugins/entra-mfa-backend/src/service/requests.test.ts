import { errorBodySchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { createTestTenant } from '../__testUtils__/testTenant';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let api: TestApi;

beforeAll(async () => {
  const sync = await createTestTenant(await databases.init('SQLITE_3'));
  await sync.run();
  api = await startTestApi(sync, { exposure: 'all' });
});

afterAll(() => api.stop());

it.each([
  ['/overview?at=yesterday', 400, "'at' must be a date"],
  ['/overview?at=2026-02-30', 400, "'at' must be a date"],
  ['/overview?at=2026-11-22', 400, 'must not lie in the future'],
  ['/overview?at=2026-11-21T10:00:00Z', 400, 'must not lie in the future'],
  ['/overview?at=2026-11-20', 404, 'it begins at 2026-11-21T09:00:00.000Z'],
  ['/overview?tenant=contoso', 404, 'no such tenant'],
  ['/overview?tennant=contoso', 400, "Unknown parameter 'tennant'"],
  ['/teams?sort=size', 400, "'sort' is wrong"],
  ['/teams?parent=payments', 400, "'parent' is wrong"],
  ['/teams/group/default/nowhere', 404, 'group:default/nowhere'],
  ['/people?state=lost', 400, "'state' is wrong"],
  ['/people?limit=0', 400, "'limit' is wrong"],
  ['/people?limit=201', 400, "'limit' is wrong"],
  ['/people?privileged=yes', 400, "'privileged' is wrong"],
  ['/people?cursor=nonsense', 400, "'cursor' must be the nextCursor"],
  ['/people?sort=name&sort=tier', 400, "'sort' is wrong"],
  ['/people?order=up', 400, "'order' is wrong"],
  ['/people?minAgeDays=-1', 400, "'minAgeDays' is wrong"],
  ['/people?maxAgeDays=1e9', 400, "'maxAgeDays' is wrong"],
  ['/people?minAgeDays=two', 400, "'minAgeDays' is wrong"],
  ['/people.csv?at=2026-11-20', 404, 'it begins at'],
  ['/unmatched', 400, "'kind' is wrong"],
  ['/runs?cursor=bm9uc2Vuc2U', 400, "'cursor' must be the nextCursor"],
  ['/tenants?at=2026-11-21', 400, "Unknown parameter 'at'"],
])('%s is %d: %s', async (path, status, message) => {
  const response = await api.get(path);
  expect(response.body.error.message).toContain(message);
  expect(response.status).toBe(status);
});

it('refuses a body that is nested very deep, and never ends the stack', async () => {
  for (const deep of [11, 49_000]) {
    const note = `${'['.repeat(deep)}${']'.repeat(deep)}`;
    const { status, body } = await api
      .post('/exceptions/unheard-of/decision')
      .set('Content-Type', 'application/json')
      .send(`{"decision":"approved","note":${note}}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/nested too deep/);
  }
});

it.each([
  '/overview?at=2026-11-20',
  '/people?at=2026-11-20',
  '/people.csv?at=2026-11-20',
  '/changes?to=2026-11-20',
])('%s tells when data begins, in a field of its own', async path => {
  const { error } = errorBodySchema.parse((await api.get(path)).body);
  expect(error.firstSnapshotAt).toBe('2026-11-21T09:00:00.000Z');
});

it('tells no beginning with another error', async () => {
  const { body } = await api.get('/overview?tenant=contoso');
  expect(body.error).not.toHaveProperty('firstSnapshotAt');
});

it.each([
  ['another filter', '/people?limit=2', '/people?limit=2&state=covered'],
  ['another sort', '/people?limit=2', '/people?limit=2&sort=tier'],
  ['the other direction', '/people?limit=2', '/people?limit=2&order=asc'],
  ['another date', '/people?limit=2', '/people?limit=2&at=2026-11-21'],
  ['another list', '/teams?limit=2', '/people?limit=2'],
])('takes no cursor of %s', async (_, from, to) => {
  const { body } = await api.get(from);
  const response = await api.get(`${to}&cursor=${body.pageInfo.nextCursor}`);
  expect(response.status).toBe(400);
  expect(response.body.error.message).toContain('start again without it');
});

it('takes no cursor that somebody has changed', async () => {
  const { body } = await api.get('/people?limit=2');
  const read = JSON.parse(
    Buffer.from(body.pageInfo.nextCursor, 'base64url').toString(),
  );
  const write = (changed: object) =>
    Buffer.from(JSON.stringify({ ...read, ...changed })).toString('base64url');
  for (const changed of [
    { s: 99 },
    { p: ['1', 2, 3] },
    { p: [1] },
    { s: -1 },
  ]) {
    const { status } = await api.get(
      `/people?limit=2&cursor=${write(changed)}`,
    );
    expect(status).toBe(400);
  }
});

it('takes no place that its columns cannot hold', async () => {
  const forge = async (list: string, p: unknown[]) => {
    const { body } = await api.get(list);
    const read = JSON.parse(
      Buffer.from(body.pageInfo.nextCursor, 'base64url').toString(),
    );
    const cursor = Buffer.from(JSON.stringify({ ...read, p }));
    return api.get(`${list}&cursor=${cursor.toString('base64url')}`);
  };
  for (const [list, p] of [
    ['/people?limit=2', [0.5, 'a', 'b']],
    ['/people?limit=2', [40_000, 'a', 'b']],
    ['/people?limit=2', [0, 'a\0', 'b']],
    ['/people?limit=2&sort=since', [1e20, 'b']],
    ['/people?limit=2&sort=since', [-1e15, 'b']],
    ['/teams?limit=2', [1e12, 'a', 'b']],
  ] as const) {
    const { status, body } = await forge(list, [...p]);
    expect([list, p, status]).toEqual([list, p, 400]);
    expect(body.error.message).toContain('start again without it');
  }
});

it.each([
  '/people?q=a%00',
  '/people?method=a%00',
  '/people?method=a%00&q=b',
  '/teams?parent=group:default/a%00',
  '/teams/group/default/a%00',
  '/people/a%00/b',
])('takes no character that a database cannot hold: %s', async path => {
  const response = await api.get(path);
  expect(response.status).toBe(400);
  expect(response.body.error.message).toContain('U+0000');
});

it('takes a list as repeated parameters or with commas', async () => {
  const commas = await api.get('/people?state=covered,unknown');
  const repeated = await api.get('/people?state=covered&state=unknown');
  expect(repeated.body.items).toEqual(commas.body.items);
  expect(commas.body.items).not.toHaveLength(0);
});

it('answers a status that did not change with its headers only', async () => {
  const first = await api.get('/entity-status', 'service');
  expect(first.body.users).toHaveLength(10);
  const again = await api
    .get('/entity-status', 'service')
    .set('If-None-Match', first.headers.etag);
  expect(again.status).toBe(304);
  expect(again.text).toBe('');
});
