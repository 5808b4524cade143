import { X509Certificate } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAppCertificate } from './makeAppCertificate';
import { startSimulator, type Simulator } from './startSimulator';
import { ask, askForToken, type Answer } from './__testUtils__/ask';
import { runInChild } from './__testUtils__/runInChild';

jest.setTimeout(60_000);

const contosoId = '9632810c-f3ce-4279-9468-4a8946a56bd1';
const fabrikamId = '1f0c9e52-7a44-4d1b-8d0e-7d6f3f0d2b11';
const portal = {
  clientId: 'b7d1c4a2-55e0-4f3c-9a61-0c8d2e4f6a90',
  clientSecret: 'portal-secret',
};
const fabrikamApp = {
  clientId: '5d1e7b80-2c94-4f6a-b3d8-e09a1c7f4265',
  clientSecret: 'fabrikam-secret',
};
const redirectUri = 'https://portal.example/api/entra-mfa/v1/connect?kind=app';
const certificate = makeAppCertificate();

type Claims = { appid: string; tid: string; roles: string[] };

const post = (simulator: Simulator, path: string, fields: object) =>
  ask(simulator, path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields }).toString(),
  });

describe('consent', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({
      size: 120,
      reportLimit: false,
      // Pages are kept then, each for its own tenant.
      frozenClock: true,
      cachedPages: 100,
      otherTenants: [
        {
          tenantId: fabrikamId,
          name: 'Fabrikam',
          domain: 'fabrikam.com',
          size: 120,
          ...fabrikamApp,
        },
      ],
      multiTenantApplication: {
        ...portal,
        redirectUris: ['https://portal.example/other', redirectUri],
        permissions: ['AuditLog.Read.All', 'User.Read.All'],
        certificates: [(await certificate).certificate],
      },
    });
  });
  afterEach(() => simulator.reset());
  afterAll(() => simulator.stop());

  const tokenOf = async (
    tenant: string,
    { clientId, clientSecret } = portal,
  ): Promise<{ claims?: Claims; token?: string; refused?: string }> => {
    const { text } = await askForToken(
      simulator,
      { client_id: clientId, client_secret: clientSecret },
      tenant,
    );
    const { access_token: token, error_description: refused } =
      JSON.parse(text);
    return token
      ? {
          token,
          claims: JSON.parse(
            Buffer.from(token.split('.')[1], 'base64url').toString(),
          ),
        }
      : { refused };
  };

  const graph = async (token: string | undefined, path: string) => {
    const { text } = await ask(simulator, `/v1.0${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return JSON.parse(text);
  };

  const open = (
    changes: Record<string, string | undefined> = {},
    path = `/${fabrikamId}/v2.0/adminconsent`,
  ) => {
    const query = Object.entries({
      client_id: portal.clientId,
      redirect_uri: redirectUri,
      scope: `${simulator.url}/.default`,
      state: 'a state & more',
      ...changes,
    }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    return ask(simulator, `${path}?${new URLSearchParams(query)}`);
  };

  const formOf = ({ text }: Answer) => ({
    action: /action="([^"]+)"/.exec(text)![1],
    flowToken: /name="flowToken" value="([^"]+)"/.exec(text)![1],
  });
  /** The accounts of a page of sign-in, by the text on their buttons. */
  const accountsOf = ({ text }: Answer) =>
    [
      ...text.matchAll(
        /<button[^>]*value="([^"]+)"[^>]*>([\s\S]*?)<\/button>/g,
      ),
    ].map(([, id, inside]) => ({
      id,
      text: inside.replace(/<[^>]+>/g, '').trim(),
    }));
  const press = (page: Answer, fields: object) => {
    const { action, flowToken } = formOf(page);
    return post(simulator, action, { flowToken, ...fields });
  };
  const signIn = (page: Answer, role: string) =>
    press(page, {
      account: accountsOf(page).find(({ text }) => text.endsWith(role))?.id,
    });
  const answerOf = ({ status, headers }: Answer) => {
    expect(status).toBe(302);
    const url = new URL(headers.location!);
    return {
      at: `${url.origin}${url.pathname}`,
      ...Object.fromEntries(url.searchParams),
    };
  };
  const back = {
    at: 'https://portal.example/api/entra-mfa/v1/connect',
    kind: 'app',
    state: 'a state & more',
    admin_consent: 'True',
  };

  it('serves each tenant under its own id, domains, names and objects', async () => {
    for (const name of [
      fabrikamId,
      fabrikamId.toUpperCase(),
      'fabrikam.com',
      'Fabrikam.onmicrosoft.com',
    ]) {
      const { text } = await ask(
        simulator,
        `/${name}/v2.0/.well-known/openid-configuration`,
      );
      expect(JSON.parse(text).issuer).toBe(
        `${simulator.url}/${fabrikamId}/v2.0`,
      );
    }
    const { token, claims } = await tokenOf('fabrikam.com', fabrikamApp);
    expect(claims?.tid).toBe(fabrikamId);
    const own = await tokenOf(contosoId, simulator);

    const objects = async (bearer: string | undefined) => {
      const lists = [
        '/users?$top=999&$select=userPrincipalName,mail,companyName,userType',
        '/reports/authenticationMethods/userRegistrationDetails?$top=999',
        '/groups?$top=999',
        '/roleManagement/directory/roleAssignments',
        '/identity/conditionalAccess/policies',
        '/organization',
      ];
      const rows = await Promise.all(
        lists.map(async path => (await graph(bearer, path)).value),
      );
      return rows.flat() as { id: string; userPrincipalName?: string }[];
    };
    const [fabrikam, contoso] = await Promise.all([
      objects(token),
      objects(own.token),
    ]);
    expect(fabrikam.length).toBeGreaterThan(300);
    const ids = new Set(contoso.map(({ id }) => id));
    expect(fabrikam.filter(({ id }) => ids.has(id))).toEqual([]);
    // A guest may well come from Contoso, and has its name in the address.
    const members = fabrikam.filter(
      ({ userPrincipalName = '' }) => !userPrincipalName.includes('#EXT#'),
    );
    expect(JSON.stringify(members)).not.toMatch(/contoso/i);
    expect(JSON.stringify(contoso.slice(-1))).not.toMatch(/fabrikam/i);
    const organization = fabrikam.at(-1);
    expect(organization).toMatchObject({
      id: fabrikamId,
      displayName: 'Fabrikam',
    });

    expect((await tokenOf(fabrikamId, simulator)).refused).toMatch(
      /^AADSTS700016: .*'Fabrikam'/,
    );
    expect((await tokenOf(contosoId, fabrikamApp)).refused).toMatch(
      /^AADSTS700016: .*'Contoso'/,
    );
  });

  it('lets the application in where an administrator accepts, and nowhere else', async () => {
    expect((await tokenOf(fabrikamId)).refused).toMatch(
      /^AADSTS700016: Application with identifier 'b7d1c4a2-.*' was not found in the directory 'Fabrikam'\. This can happen if/,
    );
    const page = await open({}, '/fabrikam.com/v2.0/adminconsent');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(accountsOf(page).map(({ text }) => text)).toEqual([
      expect.stringMatching(/@fabrikam\.\S+ Global Administrator$/),
      expect.stringMatching(/@fabrikam\.com Privileged Role Administrator$/),
      expect.stringMatching(/@fabrikam\.com Global Reader$/),
      expect.stringMatching(/@fabrikam\.com No administrator role$/),
    ]);
    const asked = await signIn(page, 'Global Administrator');
    for (const text of [
      'Permissions requested',
      'Accept for your organization',
      'Backstage portal',
      'unverified',
      'Read all audit log data',
      'Read all users&#39; full profiles',
      'Simulated',
    ]) {
      expect(asked.text).toContain(text);
    }
    expect(asked.text).not.toContain('Read all group memberships');
    // Who looks has granted nothing yet.
    expect((await tokenOf(fabrikamId)).refused).toBeDefined();

    const answer = await press(asked, { answer: 'accept' });
    expect(answerOf(answer)).toEqual({
      ...back,
      tenant: fabrikamId,
      scope: `${simulator.url}/.default`,
    });
    const { claims, token } = await tokenOf(fabrikamId);
    expect(claims).toMatchObject({
      appid: portal.clientId,
      tid: fabrikamId,
      roles: ['AuditLog.Read.All', 'User.Read.All'],
    });
    const organization = await graph(token, '/organization');
    expect(organization.value[0].displayName).toBe('Fabrikam');
    expect((await tokenOf(contosoId)).refused).toContain('AADSTS700016');

    const control = async (method: string, path: string, body?: unknown) => {
      const { text } = await ask(simulator, `/control${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      return JSON.parse(text);
    };
    expect(await control('GET', '/consent')).toEqual({
      tenants: [
        expect.objectContaining({ name: 'Contoso', consent: null }),
        expect.objectContaining({
          tenantId: fabrikamId,
          consent: expect.objectContaining({
            permissions: ['AuditLog.Read.All', 'User.Read.All'],
            by: expect.stringMatching(/@fabrikam\./),
          }),
        }),
      ],
    });
    expect((await control('GET', '/stats')).requests).toMatchObject({
      adminConsent: 1,
      adminConsentAnswer: 2,
    });
    await control('DELETE', '/consent/fabrikam.com');
    expect((await tokenOf(fabrikamId)).refused).toContain('AADSTS700016');
    await control('PUT', `/consent/${contosoId}`, {
      permissions: ['User.Read.All'],
    });
    expect((await tokenOf(contosoId)).claims?.roles).toEqual(['User.Read.All']);
    await control('POST', '/reset');
    expect((await tokenOf(contosoId)).refused).toBeDefined();
  });

  it('asks for delegated permissions unless .default is asked for', async () => {
    const page = await signIn(
      await open({ scope: 'https://graph.microsoft.com/User.Read openid' }),
      'Privileged Role Administrator',
    );
    expect(page.text).toContain('User.Read');
    await press(page, { answer: 'accept' });
    expect(simulator.consents.of(fabrikamId)).toMatchObject({
      permissions: [],
      scopes: ['User.Read', 'openid'],
    });
    expect((await tokenOf(fabrikamId)).claims?.roles).toEqual([]);
  });

  it.each<
    [string, Record<string, string | undefined>, string | undefined, number]
  >([
    ['an unknown tenant', {}, '/northwind.com/adminconsent', 90002],
    ['an unknown application', { client_id: contosoId }, undefined, 700016],
    ['no application', { client_id: undefined }, undefined, 900144],
    ['no scope', { scope: undefined }, undefined, 900144],
    [
      'an application without redirect URIs',
      { client_id: fabrikamApp.clientId },
      undefined,
      500113,
    ],
    ...[
      'https://evil.example/',
      redirectUri.replace('?kind=app', ''),
      `${redirectUri}&more=1`,
      redirectUri.replace('portal', 'Portal'),
      'data:text/html,"><script>',
    ].map(
      (
        uri,
      ): [string, Record<string, string | undefined>, undefined, number] => [
        `the address ${uri}`,
        { redirect_uri: uri },
        undefined,
        50011,
      ],
    ),
  ])('redirects nowhere for %s', async (_, changes, path, number) => {
    const page = await open(changes, path);
    expect(page.status).toBe(400);
    expect(page.headers.location).toBeUndefined();
    expect(page.text).toContain(`<p role="alert">AADSTS${number}: `);
    expect(page.text).not.toMatch(/<form|<script/);
  });

  it.each([
    ['v1', '/adminconsent', { error_subcode: 'cancel' }],
    ['v2', '/v2.0/adminconsent', {}],
  ])('tells that an administrator declined (%s)', async (_, path, more) => {
    const page = await open({}, `/${fabrikamId}${path}`);
    const asked = await signIn(page, 'Privileged Role Administrator');
    expect(answerOf(await press(asked, { answer: 'cancel' }))).toEqual({
      ...back,
      ...more,
      error: 'access_denied',
      error_description: expect.stringMatching(
        /^AADSTS65004: User declined to consent to access the app\. Trace ID: /,
      ),
    });
    expect(simulator.consents.of(fabrikamId)).toBeUndefined();
  });

  it('lets an ordinary user ask for approval, and tells that it is needed', async () => {
    const refused = await signIn(await open(), 'No administrator role');
    expect(refused.text).toContain('<h1>Need admin approval</h1>');
    const requested = await press(refused, { answer: 'request' });
    expect(answerOf(await press(requested, { answer: 'back' }))).toEqual({
      ...back,
      error: 'consent_required',
      error_description: expect.stringMatching(
        /^AADSTS90094: The grant requires admin permission\. Trace ID: /,
      ),
    });
    expect(simulator.consents.of(fabrikamId)).toBeUndefined();
  });

  it('takes each page’s answer once, from that page, and from who may give it', async () => {
    const refused = async (answer: Promise<Answer>, number: number) => {
      const { status, text } = await answer;
      expect([status, text.includes(`AADSTS${number}:`)]).toEqual([400, true]);
    };
    const path = `/${fabrikamId}/adminconsent/answer`;
    await refused(post(simulator, path, { answer: 'accept' }), 165000);
    // The token of the sign-in is none of the consent.
    const { flowToken } = formOf(await open());
    await refused(
      post(simulator, path, { flowToken, answer: 'accept' }),
      165000,
    );
    const ordinary = await signIn(await open(), 'No administrator role');
    await refused(press(ordinary, { answer: 'accept' }), 165000);

    const [elsewhere] = accountsOf(
      await open({}, `/${contosoId}/v2.0/adminconsent`),
    );
    await refused(press(await open(), { account: elsewhere.id }), 50020);
    await refused(press(await open(), { account: 'nobody' }), 165000);
    expect(simulator.consents.of(fabrikamId)).toBeUndefined();

    const asked = await signIn(await open(), 'Global Administrator');
    expect((await press(asked, { answer: 'accept' })).status).toBe(302);
    simulator.consents.revoke(fabrikamId);
    await refused(press(asked, { answer: 'accept' }), 165000);
    expect(simulator.consents.of(fabrikamId)).toBeUndefined();

    // An address for any tenant: who signs in consents for their own, which is the one that is answered.
    const anybody = await open({}, '/organizations/v2.0/adminconsent');
    expect(accountsOf(anybody)).toHaveLength(8);
    const own = await press(anybody, { account: elsewhere.id });
    expect(answerOf(await press(own, { answer: 'accept' }))).toMatchObject({
      tenant: contosoId,
    });
    expect(simulator.consents.of(fabrikamId)).toBeUndefined();
  });

  it('is what MSAL meets, with a certificate: refused before the consent, signed in after it', async () => {
    const { privateKey, certificate: pem } = await certificate;
    const thumbprintSha256 = new X509Certificate(pem).fingerprint256.replace(
      /:/g,
      '',
    );
    const asMsal = () =>
      runInChild(
        { ...simulator, ...portal, tenantId: fabrikamId },
        `
        const { ConfidentialClientApplication } = require('@azure/msal-node');
        const simulator = JSON.parse(process.env.SIMULATOR);
        const app = new ConfidentialClientApplication({
          auth: {
            clientId: simulator.clientId,
            clientCertificate: ${JSON.stringify({
              privateKey,
              thumbprintSha256,
            })},
            authority: simulator.url + '/' + simulator.tenantId,
            knownAuthorities: ['localhost:' + simulator.port],
          },
        });
        const result = await app.acquireTokenByClientCredential({ scopes: [simulator.url + '/.default'] })
          .then(({ accessToken }) => JSON.parse(Buffer.from(accessToken.split('.')[1], 'base64url').toString()))
          .catch(error => ({ refused: error.errorCode + ' ' + error.errorMessage }));
        console.log(JSON.stringify(result));`,
      );
    expect(await asMsal()).toEqual({
      refused: expect.stringMatching(/^unauthorized_client .*AADSTS700016/),
    });
    simulator.consents.grant(fabrikamId, { permissions: ['User.Read.All'] });
    expect(await asMsal()).toMatchObject({
      tid: fabrikamId,
      appid: portal.clientId,
      roles: ['User.Read.All'],
    });
  });
});

it('refuses as Entra does where it knows the application from elsewhere', async () => {
  const simulator = await startSimulator({
    size: 10,
    multiTenantApplication: { ...portal, withoutConsent: 7000229 },
  });
  const { status, text } = await askForToken(simulator, {
    client_id: portal.clientId,
    client_secret: portal.clientSecret,
  });
  await simulator.stop();
  expect(status).toBe(401);
  expect(JSON.parse(text)).toMatchObject({
    error: 'invalid_client',
    error_codes: [7000229],
  });
});

it.each([
  [{ tenantId: contosoId, domain: 'fabrikam.com' }, /tenant .* given twice/],
  [{ tenantId: fabrikamId, domain: 'contoso.com' }, /domain .* given twice/],
  [{ tenantId: fabrikamId, domain: 'Fabrikam' }, /domain in lower case/],
])('does not start with the tenant %j', async (tenant, text) => {
  await expect(
    startSimulator({ otherTenants: [{ name: 'Fabrikam', ...tenant }] }),
  ).rejects.toThrow(text);
});

it('keeps consents in a file from one start to the next', async () => {
  const consentsFile = join(
    await mkdtemp(join(tmpdir(), 'entra-simulator-')),
    'consents.json',
  );
  const start = () =>
    startSimulator({ size: 10, multiTenantApplication: portal, consentsFile });
  const first = await start();
  first.consents.grant(contosoId, { permissions: ['User.Read.All'] });
  await first.stop();
  const second = await start();
  expect(second.consents.of(contosoId)?.permissions).toEqual(['User.Read.All']);
  second.consents.revoke(contosoId);
  await second.stop();
  const third = await start();
  expect(third.consents.of(contosoId)).toBeUndefined();
  await third.stop();
});
