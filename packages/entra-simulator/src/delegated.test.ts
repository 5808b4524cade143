import { createHash } from 'node:crypto';
import { startSimulator, type Simulator } from './startSimulator';
import { ask, askForToken, codeOf, type Answer } from './__testUtils__/ask';
import { runInChild } from './__testUtils__/runInChild';

jest.setTimeout(60_000);

const portal = {
  clientId: 'b7d1c4a2-55e0-4f3c-9a61-0c8d2e4f6a90',
  clientSecret: 'portal-secret',
};
const redirectUri = 'https://portal.example/api/entra-mfa/v1/connect/answer';
const verifier = 'a-verifier-that-is-long-enough-for-pkce-1234567890';
const scopes = ['AuditLog.Read.All', 'User.Read.All'];

describe('somebody signs in', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({
      size: 60,
      reportLimit: false,
      multiTenantApplication: {
        ...portal,
        redirectUris: [redirectUri, `${redirectUri}/other`],
      },
    });
  });
  afterEach(() => simulator.reset());
  afterAll(() => simulator.stop());

  const scope = () =>
    [
      ...scopes.map(name => `${simulator.url}/${name}`),
      'openid',
      'offline_access',
    ].join(' ');
  const open = (changes: Record<string, string> = {}) =>
    ask(
      simulator,
      `/${simulator.tenantId}/oauth2/v2.0/authorize?${new URLSearchParams({
        client_id: portal.clientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: scope(),
        state: 'a state',
        code_challenge: createHash('sha256')
          .update(verifier)
          .digest('base64url'),
        code_challenge_method: 'S256',
        ...changes,
      })}`,
    );
  const press = ({ text }: Answer, fields: object) =>
    ask(simulator, /action="([^"]+)"/.exec(text)![1], {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        flowToken: /name="flowToken" value="([^"]+)"/.exec(text)![1],
        ...fields,
      }).toString(),
    });
  const signIn = async (role: string, changes = {}) => {
    const page = await open(changes);
    const buttons = page.text.split('<button').slice(1);
    const button = buttons.find(one => one.includes(`<small>${role}</small>`));
    return press(page, { account: /value="([^"]+)"/.exec(button!)![1] });
  };
  const backAt = ({ status, headers }: Answer) => {
    expect(status).toBe(302);
    return Object.fromEntries(new URL(headers.location!).searchParams);
  };
  const grantScopes = (...names: string[]) =>
    simulator.consents.grant(simulator.tenantId, {
      scopes: names.length ? names : scopes,
    });
  const token = async (fields: Record<string, string>) => {
    const { text } = await askForToken(simulator, {
      client_id: portal.clientId,
      client_secret: portal.clientSecret,
      redirect_uri: redirectUri,
      scope: scope(),
      ...fields,
    });
    return JSON.parse(text);
  };
  const redeem = (code: string, changes: Record<string, string> = {}) =>
    token({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      ...changes,
    });
  const codeFor = async (role: string) => backAt(await signIn(role)).code;
  const claimsOf = (jwt: string) =>
    JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url').toString());
  const graph = (bearer: string, path: string) =>
    ask(simulator, `/v1.0${path}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
  const report = '/reports/authenticationMethods/userRegistrationDetails';

  it('asks an administrator for the scopes first, and then nobody', async () => {
    const waits = await signIn('Global Reader');
    expect(waits.text).toContain('Need admin approval');
    const asked = await signIn('Global Administrator');
    expect(asked.text).toContain('Accept for your organization');
    expect(backAt(await press(asked, { answer: 'cancel' }))).toMatchObject({
      error: 'access_denied',
      error_description: expect.stringMatching(/^AADSTS65004/),
      state: 'a state',
    });
    const again = await signIn('Global Administrator');
    const { code, ...rest } = backAt(await press(again, { answer: 'accept' }));
    expect(rest).toEqual({
      state: 'a state',
      session_state: expect.any(String),
    });
    expect((await redeem(code)).scope).toBe(scope());
    expect(backAt(await signIn('Global Reader')).code).toEqual(
      expect.any(String),
    );
  });

  it.each([
    [{ redirect_uri: 'https://elsewhere.example' }, 50011],
    [{ code_challenge_method: 'plain' }, 501491],
    [{ response_type: 'token' }, 900144],
    [{ client_id: '00000000-0000-0000-0000-000000000000' }, 700016],
  ])('shows a page of its own for %j', async (changes, number) => {
    const { status, headers, text } = await open(changes);
    expect([status, headers.location]).toEqual([400, undefined]);
    expect(text).toContain(`AADSTS${number}`);
  });

  it('gives tokens for a code once, to whoever has its verifier, at its address', async () => {
    grantScopes();
    const code = await codeFor('Global Reader');
    const refused = async (changes: Record<string, string>) =>
      (await redeem(code, changes)).error_codes[0];
    expect(await refused({ code_verifier: `${verifier}x` })).toBe(501481);
    expect(await refused({ redirect_uri: `${redirectUri}/other` })).toBe(
      500112,
    );
    expect(await refused({ client_secret: 'wrong' })).toBe(7000215);
    expect(await refused({ code: 'another' })).toBe(9002313);
    const answer = await redeem(code);
    expect(claimsOf(answer.access_token)).toMatchObject({
      scp: 'AuditLog.Read.All User.Read.All',
      idtyp: 'user',
      tid: simulator.tenantId,
      role: 'Global Reader',
    });
    expect(claimsOf(answer.id_token)).toMatchObject({
      aud: portal.clientId,
      tid: simulator.tenantId,
      preferred_username: expect.stringContaining('@'),
    });
    expect(await refused({})).toBe(54005);
    const late = await codeFor('Global Reader');
    simulator.clock.advance(10 * 60_000 + 1);
    expect((await redeem(late)).error_codes).toEqual([70008]);
  });

  it('lets Graph be read with the scopes, and the reports with the role as well', async () => {
    grantScopes();
    const reader = await redeem(await codeFor('Global Reader'));
    expect((await graph(reader.access_token, report)).status).toBe(200);
    expect((await graph(reader.access_token, '/users')).status).toBe(200);
    const policies = await graph(
      reader.access_token,
      '/identity/conditionalAccess/policies',
    );
    expect([policies.status, codeOf(policies)]).toEqual([403, 'AccessDenied']);
    const nobody = await redeem(await codeFor('No administrator role'));
    const refused = await graph(nobody.access_token, report);
    expect([refused.status, codeOf(refused)]).toEqual([
      403,
      'Authentication_RequestFromUnsupportedUserRole',
    ]);
    expect((await graph(nobody.access_token, '/users')).status).toBe(200);
  });

  it('renews until the refresh token ends', async () => {
    grantScopes();
    const first = await redeem(await codeFor('Global Reader'));
    const renew = (refreshToken: string) =>
      token({ grant_type: 'refresh_token', refresh_token: refreshToken });
    const second = await renew(first.refresh_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await graph(second.access_token, report)).status).toBe(200);
    const end = (number: number) =>
      ask(simulator, `/control/refresh-tokens/${simulator.tenantId}/end`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ number }),
      });
    expect(JSON.parse((await end(50173)).text)).toEqual({ ended: 2 });
    expect(await renew(second.refresh_token)).toMatchObject({
      error: 'invalid_grant',
      error_codes: [50173],
    });
    const third = await redeem(await codeFor('Global Reader'));
    simulator.clock.advance(91 * 24 * 3_600_000);
    expect((await renew(third.refresh_token)).error_codes).toEqual([700082]);
    const fourth = await redeem(await codeFor('Global Reader'));
    simulator.consents.revoke(simulator.tenantId);
    expect((await renew(fourth.refresh_token)).error).toBe(
      'unauthorized_client',
    );
    grantScopes('openid');
    expect(await renew(fourth.refresh_token)).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
    });
  });

  it('signs in through MSAL, which renews by itself', async () => {
    grantScopes();
    const result = await runInChild(
      { ...simulator, ...portal },
      `
      const { ConfidentialClientApplication, CryptoProvider } = require('@azure/msal-node');
      const simulator = JSON.parse(process.env.SIMULATOR);
      const app = new ConfidentialClientApplication({
        auth: {
          clientId: simulator.clientId,
          clientSecret: simulator.clientSecret,
          authority: simulator.url + '/' + simulator.tenantId,
          knownAuthorities: ['localhost:' + simulator.port],
        },
      });
      const redirectUri = '${redirectUri}';
      const scopes = [simulator.url + '/AuditLog.Read.All'];
      const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
      const url = await app.getAuthCodeUrl({ scopes, redirectUri, codeChallenge: challenge, codeChallengeMethod: 'S256', state: 's' });
      const page = await (await fetch(url)).text();
      const reader = page.split('<button').find(one => one.includes('Global Reader'));
      const back = await fetch(simulator.url + /action="([^"]+)"/.exec(page)[1], {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({
          flowToken: /name="flowToken" value="([^"]+)"/.exec(page)[1],
          account: /value="([^"]+)"/.exec(reader)[1],
        }),
      });
      const code = new URL(back.headers.get('location')).searchParams.get('code');
      const first = await app.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier: verifier });
      const silent = await app.acquireTokenSilent({ account: first.account, scopes });
      const renewed = await app.acquireTokenSilent({ account: first.account, scopes, forceRefresh: true });
      console.log(JSON.stringify({
        tenant: first.account.tenantId,
        kept: silent.accessToken === first.accessToken,
        renewed: renewed.accessToken !== first.accessToken,
      }));`,
    );
    expect(result).toEqual({
      tenant: simulator.tenantId,
      kept: true,
      renewed: true,
    });
  });
});
