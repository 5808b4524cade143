import type {
  Connection,
  ConnectionCheck,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { mockServices } from '@backstage/backend-test-utils';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerSignIn, type Consenter } from '../../__testUtils__/consentPages';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import {
  startTestTenant,
  type TestTenant,
} from '../../__testUtils__/startTestTenant';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { TestSync } from '../../__testUtils__/TestSync';
import { textsOf } from '../../__testUtils__/textsOf';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const portal = 'https://portal.example.com/api/entra-mfa';
const redirectUri = `${portal}/v1/connect/answer`;
const fabrikam = '1f0c9e52-7a44-4d1b-8d0e-7d6f3f0d2b11';
/** A tenant with an application of its own. */
const own = {
  tenantId: '2a0c9e52-7a44-4d1b-8d0e-7d6f3f0d2b12',
  clientId: '3b0c9e52-7a44-4d1b-8d0e-7d6f3f0d2b13',
  clientSecret: 'canary-of-its-own-application',
};
const application = {
  clientId: 'b7d1c4a2-55e0-4f3c-9a61-0c8d2e4f6a90',
  clientSecret: 'canary-of-the-application',
};

describe.each(databases.eachSupportedId())('what lies sealed on %s', id => {
  let test: TestTenant;
  let sync: TestSync;
  let api: TestApi;
  let folder: string;
  const posted: string[] = [];
  /** What happens while an answer of the sign-in is on its way. */
  let meanwhile: ((body: string) => Promise<void>) | null = null;

  class SyncOfTenant extends TestSync {
    override get clock() {
      return test.clock;
    }
  }

  const key = (name: string) => join(folder, name);
  const start = (keys: { keyFile?: string; previousKeyFile?: string }) => {
    const { url } = test.simulator;
    return startTestApi(
      sync,
      {
        tenants: [test.config],
        connect: { ...application, authority: url, graphRoot: url, ...keys },
      },
      [
        mockServices.discovery.mock({
          getBaseUrl: async () => portal,
          getExternalBaseUrl: async () => portal,
        }).factory,
      ],
    );
  };
  const restart = async (keys: Parameters<typeof start>[0]) => {
    await api.stop();
    api = await start(keys);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'entra-mfa-reader-'));
    for (const name of ['one', 'two']) {
      writeFileSync(key(name), randomBytes(32).toString('base64'));
    }
    test = await startTestTenant({
      protectionLimit: false,
      size: 20,
      frozenClock: true,
      otherTenants: [
        {
          tenantId: fabrikam,
          name: 'Fabrikam',
          domain: 'fabrikam.com',
          size: 20,
        },
        { ...own, name: 'Woodgrove', domain: 'woodgrove.com', size: 20 },
      ],
      multiTenantApplication: { ...application, redirectUris: [redirectUri] },
    });
    const { tenantId } = test.tenant;
    sync = new SyncOfTenant(await databases.init(id), { tenantId });
    // What MSAL sends: the verifier and refresh tokens, to look for them afterwards.
    const send = global.fetch;
    jest.spyOn(global, 'fetch').mockImplementation(async (address, init) => {
      const body = String(init?.body ?? '');
      posted.push(body);
      const answer = await send(address, init);
      await meanwhile?.(body);
      return answer;
    });
    api = await start({});
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await api?.stop();
    await test?.stop();
    rmSync(folder, { recursive: true });
  });

  const begin = async (body: object = {}): Promise<string> => {
    test.simulator.clock.advance(1_000);
    const answer = await api
      .post('/connect')
      .send({ tenant: 'fabrikam.com', kind: 'reader', ...body })
      .expect(200);
    return answer.body.url;
  };
  const bring = async ({ search }: URL, to = api) => {
    const { status, text } = await to.get(
      `/connect/answer${search}`,
      'anonymous',
    );
    return [status, /<h1>(.*)<\/h1>/.exec(text)?.[1]];
  };
  const signIn = async (who: Consenter) =>
    bring(await answerSignIn(await begin(), who));
  const newest = async () => {
    const { body } = await api.get('/connect').expect(200);
    const [{ kind, state, problem }] = body.requests;
    return [kind, state, problem?.code];
  };
  const connection = async (of = fabrikam): Promise<Connection | undefined> =>
    (await api.get('/connections').expect(200)).body.items.find(
      ({ tenant }: Connection) => tenant === of,
    );
  const trail = async () => {
    const { body } = await api.get(`/tenants/${fabrikam}/trail`).expect(200);
    return body.items.map(
      (event: { kind: string; actor: { ref: string | null } }) => [
        event.kind,
        event.actor.ref,
      ],
    );
  };
  const check = async (tenant = fabrikam): Promise<ConnectionCheck> =>
    (await api.post(`/tenants/${tenant}/check`).expect(200)).body;
  const sealed = () =>
    sync.knex('sealed_secret').orderBy('purpose').pluck('purpose');

  it('is offered only where there is a key', async () => {
    const kinds = async () =>
      (await api.get('/connect').expect(200)).body.kinds;
    expect(await kinds()).toEqual(['consent']);
    const body = { tenant: 'fabrikam.com', kind: 'reader' };
    const { clientId, clientSecret } = own;
    const other = { ...body, kind: 'application', clientId, clientSecret };
    for (const asked of [body, other]) {
      const refused = await api.post('/connect').send(asked).expect(400);
      expect(refused.body.error.message).toContain('entraMfa.connect.keyFile');
    }
    await restart({ keyFile: key('one') });
    expect(await kinds()).toEqual(['consent', 'reader', 'application']);
    await api
      .post('/connect')
      .send({ ...body, handOn: true })
      .expect(400);
  });

  it('tells that an administrator has to consent first', async () => {
    expect(await signIn('Global Reader')).toEqual([200, 'Not connected']);
    expect(await newest()).toEqual(['reader', 'refused', 'no-consent']);
    expect(await sealed()).toEqual([]);
  });

  it('connects with what the person may see, whichever replica hears of it, and keeps nothing in clear', async () => {
    const url = await begin({ switchedOff: ['leave-dates'] });
    const asked = new URL(url).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('scope')).toContain('/AuditLog.Read.All');
    expect(asked.get('scope')).toContain('offline_access');
    expect(asked.get('scope')).not.toContain('LifeCycle');
    const back = await answerSignIn(url, 'Global Administrator');
    const other = await start({ keyFile: key('one') });
    expect(await bring(back, other)).toEqual([200, 'Connected']);
    await other.stop();
    expect(await bring(back)).toEqual([410, 'This answer is not awaited']);
    await restart({ keyFile: key('one') });
    expect(await connection()).toMatchObject({
      origin: 'portal',
      credential: 'reader',
      switchedOff: ['leave-dates'],
    });
    expect((await trail()).slice(0, 2)).toEqual([
      ['reader-signed-in', 'user:default/security'],
      ['connected', 'user:default/security'],
    ]);
    const checked = await check();
    expect(checked.dataSets.map(({ verdict }) => verdict)).toContain('works');
    expect(
      checked.dataSets.filter(({ verdict }) => verdict !== 'works'),
    ).toEqual([]);
    expect(checked.roles).toContain('AuditLog.Read.All');
    expect(checked.roles).not.toContain('User-LifeCycleInfo.Read.All');

    expect(await sealed()).toEqual(['reader']);
    const sent = posted.flatMap(body => {
      const fields = new URLSearchParams(body);
      return ['code_verifier', 'refresh_token', 'code'].flatMap(
        name => fields.get(name) ?? [],
      );
    });
    expect(sent.length).toBeGreaterThan(3);
    const texts = (await textsOf(sync.knex, fabrikam)).join('\n');
    expect(sent.filter(secret => texts.includes(secret))).toEqual([]);
    expect(texts).not.toMatch(/eyJ[\w-]{20,}\.eyJ|@fabrikam/);
  });

  it('goes on with each new refresh token, in all replicas', async () => {
    const row = () => sync.knex('sealed_secret').first();
    const before = await row();
    test.simulator.clock.advance(80 * 24 * 3_600_000);
    expect((await check()).problem).toBeNull();
    expect((await row()).sealed).not.toBe(before.sealed);
    await restart({ keyFile: key('one') });
    // The first one would be too old by now.
    test.simulator.clock.advance(80 * 24 * 3_600_000);
    expect((await check()).problem).toBeNull();
  });

  it('goes over to another key; without its key it is a problem of its own', async () => {
    await restart({ keyFile: key('two') });
    expect((await check()).problem?.code).toBe('sealed-secret');
    expect((await check(test.tenant.tenantId)).problem).toBeNull();
    await restart({ keyFile: key('two'), previousKeyFile: key('one') });
    expect((await check()).problem).toBeNull();
    await restart({});
    expect((await check()).problem?.code).toBe('sealed-secret');
    await restart({ keyFile: key('two') });
    expect((await check()).problem).toBeNull();
  });

  it.each([700082, 50173] as const)(
    'asks for somebody to sign in again on AADSTS%s, and goes on then',
    async number => {
      test.simulator.grants.end(fabrikam, number);
      expect((await check()).problem?.code).toBe('sign-in-again');
      expect(await signIn('Global Reader')).toEqual([200, 'Connected']);
      expect((await trail())[0]).toEqual([
        'reader-signed-in-again',
        'user:default/security',
      ]);
      expect(api.triggered).toContain(`entra-mfa-sync-${fabrikam}`);
      expect((await check()).problem).toBeNull();
    },
  );

  it('keeps who signed in while a token of before was renewed', async () => {
    await restart({ keyFile: key('two') });
    const row = () => sync.knex('sealed_secret').first();
    let kept: unknown;
    meanwhile = async body => {
      if (body.includes('refresh_token=')) {
        meanwhile = null;
        kept = [...(await signIn('Global Reader')), (await row()).sealed];
      }
    };
    expect((await check()).problem).toBeNull();
    expect(kept).toEqual([200, 'Connected', (await row()).sealed]);
    expect((await check()).problem).toBeNull();
  });

  it('keeps nobody whose request is taken back while they are asked', async () => {
    const row = () => sync.knex('sealed_secret').first();
    const before = (await row()).sealed;
    const back = await answerSignIn(await begin(), 'Global Reader');
    const { body } = await api.get('/connect').expect(200);
    meanwhile = async () => {
      meanwhile = null;
      await api.post(`/connect/${body.requests[0].id}/withdraw`).expect(200);
    };
    expect(await bring(back)).toEqual([410, 'This answer is not awaited']);
    expect(await newest()).toEqual(['reader', 'withdrawn', undefined]);
    expect((await row()).sealed).toBe(before);
  });

  it('says so where the person has no role for the report', async () => {
    expect(await signIn('No administrator role')).toEqual([200, 'Connected']);
    const { dataSets } = await check();
    const codes = dataSets.map(({ dataSet, problem }) => [
      dataSet,
      problem?.code,
    ]);
    expect(codes).toContainEqual(['registrations', 'reader-role']);
    expect(codes).toContainEqual(['users', undefined]);
  });

  it('is gone at once when it is disconnected', async () => {
    await begin();
    expect(await sealed()).toEqual(['reader', expect.stringMatching(/^veri/)]);
    await api.post(`/tenants/${fabrikam}/disconnect`).expect(200);
    expect(await sealed()).toEqual([]);
  });

  const connectOwn = (body: object = {}) => {
    const { tenantId: tenant, clientId, clientSecret } = own;
    return api
      .post('/connect')
      .send({ tenant, kind: 'application', clientId, clientSecret, ...body });
  };
  const settings = (body: object, tenant = own.tenantId) =>
    api.post(`/tenants/${tenant}/settings`).send(body);

  it.each([
    ['4c0c9e52-7a44-4d1b-8d0e-7d6f3f0d2b14', 'this is the id of the secret'],
    ['abc8Q~abcdefghijklmnop', 'the end of it is missing'],
    ['canary of a secret', 'there is a blank or a new line in it'],
    [' ', 'should be a string that is not empty'],
    [undefined, "'clientSecret' is missing"],
  ])('refuses what is no secret of an application: %s', async (value, why) => {
    const { body } = await connectOwn({ clientSecret: value }).expect(400);
    expect(body.error.message).toContain(why);
    expect(body.error.message).not.toContain(value?.trim() || 'nothing');
  });

  it.each([
    [{ clientId: 'my app' }, 'should be the application (client) id'],
    [{ handOn: true }, "'handOn' is wrong"],
    [{ kind: 'consent' }, "'clientId' is wrong: it only stands beside"],
    [{ expiresAt: 'soon' }, "'expiresAt' is wrong"],
  ])('refuses %j for an application', async (body, why) => {
    const refused = await connectOwn(body).expect(400);
    expect(refused.body.error.message).toContain(why);
  });

  it('reads by an application of its own, whose secret is tried, sealed and let go', async () => {
    test.simulator.clock.advance(1_000);
    const wrong = await connectOwn({ clientSecret: 'wrong' }).expect(200);
    expect(wrong.body).toMatchObject({
      url: null,
      request: { kind: 'application', problem: { code: 'secret-wrong' } },
    });
    expect(wrong.body.request.problem.action).toContain('settings');
    expect(await sealed()).toEqual([]);
    expect(await connection(own.tenantId)).toBeUndefined();

    const days = (from: number) =>
      new Date(from + 10 * 86_400_000).toISOString().slice(0, 10);
    const expiresAt = days(+test.clock.now());
    test.simulator.clock.advance(1_000);
    const connected = await connectOwn({ expiresAt }).expect(200);
    expect(connected.body).toMatchObject({
      url: null,
      request: { state: 'granted', problem: null },
    });
    expect(await sealed()).toEqual(['application']);
    const { clientId, clientSecret, tenantId } = own;
    expect(await connection(tenantId)).toMatchObject({
      ...{ origin: 'portal', credential: 'sealed-secret', clientId },
    });
    expect(api.triggered).toContain(`entra-mfa-sync-${tenantId}`);
    expect((await check(tenantId)).problem).toBeNull();
    const end = async () => {
      const { body } = await api.get('/tenants').expect(200);
      return body.items.find(({ id: of }: { id: string }) => of === tenantId)
        .credential;
    };
    expect(await end()).toEqual({
      kind: 'sealed-secret',
      endsAt: `${expiresAt}T00:00:00.000Z`,
      warning: 14,
    });
    await connectOwn().expect(409);

    // The one before goes on until another one works.
    const row = () => sync.knex('sealed_secret').first();
    const before = await row();
    const refused = await settings({ clientSecret: 'wrong' }).expect(400);
    expect(refused.body.error.message).toContain('The one before goes on.');
    expect(await row()).toEqual(before);
    await settings({ expiresAt }).expect(400);
    await settings({ clientSecret }, test.tenant.tenantId).expect(409);
    test.simulator.clock.advance(1_000);
    await settings({ clientSecret }).expect(200);
    expect((await row()).sealed).not.toBe(before.sealed);
    expect(await end()).toMatchObject({ endsAt: null, warning: null });
    const told = await api.get(`/tenants/${tenantId}/trail`).expect(200);
    expect(told.body.items[0]).toMatchObject({
      kind: 'credential-changed',
      actor: { ref: 'user:default/security' },
      details: { credential: 'sealed-secret', clientId, endsAt: null },
    });
    await restart({ keyFile: key('one'), previousKeyFile: key('two') });
    expect((await check(tenantId)).problem).toBeNull();
    await restart({});
    expect((await check(tenantId)).problem?.code).toBe('sealed-secret');
    await restart({ keyFile: key('one') });
    expect((await check(tenantId)).problem).toBeNull();

    const texts = (await textsOf(sync.knex, tenantId)).join('\n');
    expect(texts).toContain(clientId);
    expect(texts).not.toContain(clientSecret);
    await api.post(`/tenants/${tenantId}/disconnect`).expect(200);
    expect(await sealed()).toEqual([]);
    await settings({ clientSecret }).expect(404);
  });
});
