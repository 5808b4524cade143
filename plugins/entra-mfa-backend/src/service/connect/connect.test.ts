import type { Connection } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { mockServices } from '@backstage/backend-test-utils';
import {
  answerConsent,
  type Consenter,
} from '../../__testUtils__/consentPages';
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
const application = {
  clientId: 'b7d1c4a2-55e0-4f3c-9a61-0c8d2e4f6a90',
  clientSecret: 'canary-of-the-application',
};

describe.each(databases.eachSupportedId())('connecting on %s', id => {
  let test: TestTenant;
  let sync: TestSync;
  let api: TestApi;

  class SyncOfTenant extends TestSync {
    override get clock() {
      return test.clock;
    }
  }

  const start = (tenants: object[] = [test.config]) => {
    const { url } = test.simulator;
    return startTestApi(
      sync,
      {
        tenants,
        connect: { ...application, authority: url, graphRoot: url },
      },
      [
        mockServices.discovery.mock({
          getBaseUrl: async () => portal,
          getExternalBaseUrl: async () => portal,
        }).factory,
      ],
    );
  };

  beforeAll(async () => {
    test = await startTestTenant({
      size: 20,
      frozenClock: true,
      otherTenants: [
        {
          tenantId: fabrikam,
          name: 'Fabrikam',
          domain: 'fabrikam.com',
          size: 20,
        },
      ],
      multiTenantApplication: { ...application, redirectUris: [redirectUri] },
    });
    const { tenantId } = test.tenant;
    sync = new SyncOfTenant(await databases.init(id), { tenantId });
    api = await start();
  });

  afterAll(async () => {
    await api?.stop();
    await test?.stop();
  });

  const begin = async (body: object = {}) => {
    test.simulator.clock.advance(1_000);
    const answer = await api
      .post('/connect')
      .send({ tenant: 'fabrikam.com', ...body })
      .expect(200);
    return answer.body;
  };
  /** What Microsoft's page answers, as the browser brings it here, who has no session. */
  const bring = async (address: URL) => {
    expect(`${address.origin}${address.pathname}`).toBe(redirectUri);
    const { status, text } = await api.get(
      `/connect/answer${address.search}`,
      'anonymous',
    );
    const [, title] = /<h1>(.*)<\/h1>/.exec(text) ?? [];
    return { status, title, text };
  };
  const consent = async (
    url: string,
    who: Consenter = 'Global Administrator',
    answer: Parameters<typeof answerConsent>[2] = 'accept',
  ) => bring(await answerConsent(url, who, answer));
  const requests = async () => {
    const { body } = await api.get('/connect').expect(200);
    return body.requests.map(
      ({ state, problem }: { state: string; problem: { code: string } }) =>
        problem ? [state, problem.code] : [state],
    );
  };
  const connections = async (): Promise<Connection[]> =>
    (await api.get('/connections').expect(200)).body.items;
  const trail = async () => {
    const { body } = await api.get(`/tenants/${fabrikam}/trail`).expect(200);
    return body.items.map(
      (event: { kind: string; actor: { ref: string | null } }) => [
        event.kind,
        event.actor.ref,
      ],
    );
  };

  it('says what it takes, and connects nothing by what an address claims', async () => {
    const { body } = await api.get('/connect').expect(200);
    expect(body.application).toEqual({
      clientId: application.clientId,
      signInAddress: test.simulator.url,
      redirectUri,
    });
    const needed = body.dataSets.filter(
      (set: { needed: boolean }) => set.needed,
    );
    expect(needed.map((set: { id: string }) => set.id)).toEqual([
      'organization',
      'users',
      'registrations',
    ]);
    const { url } = await begin();
    const state = new URL(url).searchParams.get('state');
    const forged = await bring(
      new URL(
        `${redirectUri}?admin_consent=True&tenant=${fabrikam}&state=${state}`,
      ),
    );
    expect(forged.title).toBe('Not connected yet');
    expect(forged.text).toContain(`is not known in tenant ${fabrikam}`);
    const never = await bring(
      new URL(`${redirectUri}?admin_consent=True&state=never-given-out`),
    );
    expect([never.status, never.title]).toEqual([
      410,
      'This answer is not awaited',
    ]);
    expect(await requests()).toEqual([['failed', 'app-not-found']]);
    expect((await connections()).map(({ tenant }) => tenant)).toEqual([
      test.tenant.tenantId,
    ]);
  });

  it.each([
    ['Global Administrator', 'cancel', 'consent-declined'],
    ['No administrator role', 'back', 'no-consent'],
  ] as const)('tells why %s did not consent', async (who, answer, code) => {
    const { url } = await begin();
    const page = await consent(url, who, answer);
    expect([page.status, page.title]).toEqual([200, 'Not connected']);
    expect((await requests())[0]).toEqual(['refused', code]);
  });

  it('refuses the answer of another tenant, one that comes late, and one that comes twice', async () => {
    const other = await begin();
    const back = new URL(`${redirectUri}?admin_consent=True`);
    back.searchParams.set('tenant', test.tenant.tenantId);
    back.searchParams.set(
      'state',
      new URL(other.url).searchParams.get('state')!,
    );
    expect((await bring(back)).title).toBe('Not connected');
    expect((await requests())[0]).toEqual(['refused', 'wrong-tenant']);
    expect((await bring(back)).status).toBe(410);

    const late = await begin();
    test.simulator.clock.advance(10 * 60_000 + 1);
    expect((await consent(late.url)).status).toBe(410);
    expect((await requests())[0]).toEqual(['expired']);
    test.simulator.consents.revoke(fabrikam);

    const withdrawn = await begin({ handOn: true });
    await api.post(`/connect/${withdrawn.request.id}/withdraw`).expect(200);
    const path = withdrawn.url.slice(`${portal}/v1`.length);
    expect((await api.get(path, 'anonymous')).status).toBe(410);
    expect((await requests())[0]).toEqual(['withdrawn']);
  });

  it.each([
    [{ tenant: 'nowhere.example' }, 400, 'was not found'],
    [{ tenant: 'no domain' }, 400, 'must be a directory (tenant) id'],
    [
      { tenant: 'fabrikam.com', switchedOff: ['users'] },
      400,
      "'users' cannot be switched off",
    ],
    [{ tenant: 'contoso.com' }, 409, 'connected already, by entraMfa.tenants'],
  ])('says what is wrong with %j', async (body, status, text) => {
    const answer = await api.post('/connect').send(body);
    expect([answer.status, answer.body.error.message]).toEqual([
      status,
      expect.stringContaining(text),
    ]);
  });

  it('connects once by a link and by a window, reads at once, and keeps no secret', async () => {
    const body = { contact: 'group:default/identity' };
    const link = await begin({ ...body, handOn: true });
    const window = await begin({ switchedOff: ['conditional-access'] });
    const opened = async () => {
      const path = link.url.slice(`${portal}/v1`.length);
      const { status, headers } = await api.get(path, 'anonymous');
      expect(status).toBe(302);
      return headers.location;
    };
    const first = await opened();
    const second = await opened();
    // Of several that were opened, the last one counts.
    const stale = new URL(first).searchParams.get('state')!;
    expect((await bring(new URL(`${redirectUri}?state=${stale}`))).status).toBe(
      410,
    );
    const texts = (await textsOf(sync.knex, fabrikam)).join('\n');
    for (const secret of [
      link.url.split('/').at(-1)!,
      new URL(second).searchParams.get('state')!,
      new URL(window.url).searchParams.get('state')!,
      application.clientSecret,
    ]) {
      expect(secret.length).toBeGreaterThan(20);
      expect(texts).not.toContain(secret);
    }

    expect((await consent(second)).title).toBe('Connected');
    expect((await consent(window.url)).title).toBe('Connected');
    expect((await requests()).slice(0, 2)).toEqual([['granted'], ['granted']]);
    const [contoso, connected] = await connections();
    expect(contoso).toMatchObject({ origin: 'config' });
    expect(connected).toMatchObject({
      tenant: fabrikam,
      origin: 'portal',
      state: 'connecting',
      ...body,
      switchedOff: [],
      clientId: application.clientId,
    });
    expect(api.triggered).toContain(`entra-mfa-sync-${fabrikam}`);
    const { body: tenants } = await api.get('/tenants').expect(200);
    expect(tenants.items.map((item: { id: string }) => item.id)).toEqual([
      test.tenant.tenantId,
      fabrikam,
    ]);
    expect((await trail())[0]).toEqual(['connected', 'user:default/security']);
    const { body: check } = await api.post(`/tenants/${fabrikam}/check`);
    expect(check.problem).toBeNull();
    const again = await api.post('/connect').send({ tenant: fabrikam });
    expect(again.body.error.message).toBe(
      `Tenant ${fabrikam} is connected already`,
    );
  });

  it('changes what is read and who answers, of its own connections alone', async () => {
    const path = `/tenants/${fabrikam}/settings`;
    await api
      .post(path)
      .send({ contact: null, switchedOff: ['conditional-access'] })
      .expect(200, {
        tenant: fabrikam,
        contact: null,
        switchedOff: ['conditional-access'],
      });
    const [, connected] = await connections();
    expect(connected.dataSets.map(set => set.id)).not.toContain(
      'conditional-access',
    );
    expect((await trail()).slice(0, 2)).toEqual([
      ['data-sets-changed', 'user:default/security'],
      ['settings-changed', 'user:default/security'],
    ]);
    await api
      .post(path)
      .send({ switchedOff: ['organization'] })
      .expect(400);
    const { body } = await api
      .post(`/tenants/${test.tenant.tenantId}/settings`)
      .send({ contact: null })
      .expect(409);
    expect(body.error.message).toContain('is in entraMfa.tenants');
  });

  it('connects nothing by a request that is taken back while its answer is taken', async () => {
    await api.post(`/tenants/${fabrikam}/disconnect`).expect(200);
    const { url, request } = await begin();
    const back = await answerConsent(url, 'Global Administrator', 'accept');
    const send = global.fetch;
    const fetched = jest.spyOn(global, 'fetch');
    fetched.mockImplementationOnce(async (...asked) => {
      await api.post(`/connect/${request.id}/withdraw`).expect(200);
      return send(...asked);
    });
    expect(await bring(back)).toMatchObject({
      status: 410,
      title: 'This answer is not awaited',
    });
    fetched.mockRestore();
    expect((await requests())[0]).toEqual(['withdrawn']);
    expect((await connections())[1]).toMatchObject({ state: 'disconnected' });
    const again = await begin({ switchedOff: ['conditional-access'] });
    expect((await consent(again.url)).title).toBe('Connected');
  });

  it('ends, keeps what was, and begins again where it ended; no tenant has two connections', async () => {
    await api.post(`/tenants/${fabrikam}/disconnect`).expect(200);
    await api.post(`/tenants/${fabrikam}/disconnect`).expect(404);
    await api.post(`/tenants/${fabrikam}/sync`).expect(409);
    expect((await connections())[1]).toMatchObject({
      state: 'disconnected',
      origin: 'portal',
      nextReadAt: null,
    });
    // While it is to be forgotten, it is neither connected nor awaited.
    const awaited = await begin({ handOn: true });
    const name = (await connections())[1].name;
    await api
      .post(`/tenants/${fabrikam}/forget`)
      .send({ name, reason: 'Ticket 4711' })
      .expect(200);
    const path = awaited.url.slice(`${portal}/v1`.length);
    expect((await api.get(path, 'anonymous')).status).toBe(410);
    const refused = await api
      .post('/connect')
      .send({ tenant: 'fabrikam.com' })
      .expect(409);
    expect(refused.body.error.message).toContain('is to be forgotten');
    await api.post(`/tenants/${fabrikam}/forget/stop`).expect(200);
    // A replica that starts now leaves it as it is.
    await api.stop();
    api = await start();
    expect((await connections())[1]).toMatchObject({ state: 'disconnected' });
    const { triggered } = api;
    // It was read before.
    const read = { tenant_id: fabrikam, last_run: 0, last_snapshot: 1 };
    await sync.knex('tenant').insert(read);
    triggered.length = 0;
    expect((await consent((await begin()).url)).title).toBe('Connected');
    expect(triggered).toContain(`entra-mfa-sync-${fabrikam}`);
    await sync.knex('tenant').where({ tenant_id: fabrikam }).delete();
    expect((await trail()).slice(0, 2)).toEqual([
      ['data-sets-changed', 'user:default/security'],
      ['connected-again', 'user:default/security'],
    ]);
    expect((await connections())[1]).toMatchObject({ state: 'connecting' });
    await api.stop();
    await expect(
      start([
        test.config,
        { ...test.config, tenantId: fabrikam, authority: test.simulator.url },
      ]),
    ).rejects.toThrow(
      `Tenant ${fabrikam} is in entraMfa.tenants[1], and it is connected in the portal, too`,
    );
    api = await start();
  });
});
