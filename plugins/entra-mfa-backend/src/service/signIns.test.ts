import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { objectId } from '../__testUtils__/rows';
import { silentLogger } from '../__testUtils__/silentLogger';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { createSyncedTenant, tenantId } from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';
import { collectors } from '../collectors';
import { forgetOldEvents } from '../connections/forgetOldEvents';
import { GraphRequestError } from '../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const DAY = 86_400_000;
const dataSet = 'sign-in-activity';

describe.each(databases.eachSupportedId())('last sign-ins on %s', id => {
  let sync: TestSync;
  let api: TestApi;
  let then: string;

  const daysAgo = (days: number) =>
    new Date(sync.now.getTime() - days * DAY).toISOString();
  const row = (person: number, signInActivity?: object) => ({
    id: objectId(person),
    signInActivity,
  });
  const success = (days: number) => ({
    lastSuccessfulSignInDateTime: daysAgo(days),
  });
  const give = (...rows: object[]) => {
    sync.source.pages[dataSet] = [rows];
  };
  const read = () => sync.run({ collectors });
  const start = (config: object = { signInActivity: true }) =>
    startTestApi(sync, config);
  const lastOf = async (
    person: number,
    caller?: 'lead' | 'self',
    query = '',
  ): Promise<object | null> =>
    (await api.get(`/people/${tenantId}/${objectId(person)}${query}`, caller))
      .body.lastSignIn;
  const rowsKept = () =>
    sync.knex('record').where({ tenant_id: tenantId, data_set: dataSet });

  beforeAll(async () => {
    sync = await createSyncedTenant(databases, id);
    give(
      row(1, success(1)),
      row(2, { ...success(100), lastSignInDateTime: daysAgo(1) }),
      row(3),
      row(5, success(300)),
      row(6, success(90)),
      row(8, { lastSignInDateTime: daysAgo(95) }),
    );
    await read();
    then = sync.now.toISOString();
    api = await start();
  });
  afterAll(() => api.stop());

  it('stand on the page of a person, for who may see everybody', async () => {
    expect(await lastOf(1)).toEqual({
      day: expect.stringMatching(/^2026-11-/),
      kind: 'successful',
    });
    expect(await lastOf(3)).toEqual({ day: null, kind: null });
    expect(await lastOf(8)).toMatchObject({ kind: 'interactive' });
    // Of whom nothing is known yet, and of a day of which nothing is kept.
    expect(await lastOf(12)).toBeNull();
    expect(await lastOf(1, undefined, `?at=${then}`)).toBeNull();
    expect(await lastOf(1, 'lead')).toBeNull();
    expect(await lastOf(2, 'self')).toBeNull();
    const { text } = await api.get(
      `/people/${tenantId}/${objectId(1)}`,
      'lead',
    );
    expect(text).not.toContain(dataSet);
  });

  it('find who has not signed in for long, or never', async () => {
    const query = 'noSignInDays=90&state=covered,uncovered,unknown,exempt';
    const { body } = await api.get(
      `/people?${query}&sort=name&count=true&facets=true`,
    );
    const found = body.items.map((person: Person) => person.displayName);
    expect(found.sort()).toEqual(['Person 2', 'Person 3', 'Person 8']);
    expect(body.presets).toContainEqual({ id: 'no-sign-in', count: 3 });
    expect(body.facets.state).toContainEqual({ value: 'covered', count: 1 });
    const file = await api.get(`/people.csv?${query}`);
    expect(file.status).toBe(200);
    expect(file.text).toContain('noSignInDays=(withheld)');
  });

  it('are refused where an empty list would tell something', async () => {
    const status = async (query: string, caller?: 'lead') =>
      (await api.get(query, caller)).status;
    const people = '/people?noSignInDays=90';
    expect(await status(`${people}&at=${then}`)).toBe(400);
    expect(await status(people, 'lead')).toBe(400);
    expect(await status('/people.csv?noSignInDays=90', 'lead')).toBe(400);
    const { body } = await api.get('/people?facets=true', 'lead');
    expect(JSON.stringify(body.presets)).not.toContain('no-sign-in');
  });

  it('keep no past, are read once a day, and assess nobody', async () => {
    give(row(1, success(0)), row(2, success(0)));
    await read();
    expect(await lastOf(2)).toMatchObject({ day: '2026-08-13' });
    await sync.letPass(DAY);
    await read();
    expect(await lastOf(2)).toMatchObject({ day: '2026-11-21' });
    expect(await rowsKept()).toHaveLength(2);
  });

  it('fail no run: without a licence they are not known, and that is told', async () => {
    sync.source.before = one => {
      if (one === dataSet) {
        throw new GraphRequestError(
          403,
          'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
          null,
          false,
        );
      }
    };
    await sync.letPass(DAY);
    await read();
    sync.source.before = () => {};
    const { state, collectors: ended } = await sync.lastRun();
    expect(state).toBe('published');
    const { outcome, problem } = ended.find(one => one.data_set === dataSet)!;
    expect([outcome, JSON.parse(problem!).code]).toEqual([
      'skipped',
      'no-licence',
    ]);
    expect(await lastOf(2)).toBeNull();
    expect((await api.get('/people?noSignInDays=90')).status).toBe(400);
    await read();
    expect(await lastOf(2)).toMatchObject({ day: '2026-11-21' });
  });

  it('are not told where nobody wants them any more, and are gone within a day', async () => {
    await api.stop();
    api = await start({});
    expect(await lastOf(2)).toBeNull();
    expect((await api.get('/people?noSignInDays=90')).status).toBe(400);
    const { knex, clock } = sync;
    await knex('connection')
      .insert({ tenant_id: tenantId })
      .onConflict('tenant_id')
      .ignore();
    const options = {
      auditDays: 400,
      eventDays: 90,
      entraGroups: { read: true },
      logger: silentLogger,
    };
    for (const signInActivity of [true, false]) {
      await forgetOldEvents(
        { ...options, knex, clock, signInActivity },
        new AbortController().signal,
      );
      expect(await rowsKept()).toHaveLength(signInActivity ? 2 : 0);
    }
  });
});
