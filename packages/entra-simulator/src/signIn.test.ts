import { startSimulator, type Simulator } from './startSimulator';
import { ask, askForToken, codeOf, signIn } from './__testUtils__/ask';

describe('sign-in', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ size: 10 });
  });
  afterAll(() => simulator.stop());

  it.each([
    ['a wrong secret', { client_secret: 'x' }, 401, 7000215, 'invalid_client'],
    ['no secret', { client_secret: '' }, 401, 7000218, 'invalid_client'],
    [
      'an unknown application',
      { client_id: '00000000-0000-4000-8000-000000000000' },
      400,
      700016,
      'unauthorized_client',
    ],
    [
      'a scope that is not .default',
      { scope: 'https://localhost/User.Read' },
      400,
      70011,
      'invalid_scope',
    ],
    [
      'another grant',
      { grant_type: 'password' },
      400,
      70003,
      'unsupported_grant_type',
    ],
  ])('refuses %s', async (_, changes, status, number, error) => {
    const answer = await askForToken(simulator, changes);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({
      error,
      error_codes: [number],
      error_description: expect.stringMatching(
        new RegExp(`^AADSTS${number}: .*Trace ID: .*Correlation ID: `),
      ),
    });
  });

  it.each([
    ['00000000-0000-4000-8000-000000000000', 90002],
    ['nonsense', 900023],
  ])('does not know the tenant %s', async (tenant, number) => {
    const answer = await askForToken(simulator, {}, tenant);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).error_codes).toEqual([number]);
  });

  it('refuses with any number that is asked for', async () => {
    simulator.faults.set({
      rules: [
        {
          endpoint: 'token',
          kind: 'signInRefused',
          number: 7000229,
          status: 401,
          error: 'invalid_client',
          times: 1,
        },
      ],
    });
    const answer = await askForToken(simulator);
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toMatchObject({
      error: 'invalid_client',
      error_codes: [7000229],
      error_description: expect.stringMatching(/^AADSTS7000229: /),
    });
    expect((await askForToken(simulator)).status).toBe(200);
    simulator.faults.clear();
  });

  it('carries the application’s permissions as roles', async () => {
    const { text } = await askForToken(simulator);
    const [, payload] = JSON.parse(text).access_token.split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual(
      expect.objectContaining({
        appid: simulator.clientId,
        tid: simulator.tenantId,
        roles: expect.arrayContaining(['AuditLog.Read.All', 'User.Read.All']),
      }),
    );
  });

  it('lets nobody in without a token, with a forged one, or with an expired one', async () => {
    const without = await ask(simulator, '/v1.0/users');
    expect(without.status).toBe(401);
    expect(codeOf(without)).toBe('InvalidAuthenticationToken');
    expect(without.headers['www-authenticate']).toContain('Bearer');

    const { text } = await askForToken(simulator);
    const [header, payload] = JSON.parse(text).access_token.split('.');
    const forged = await ask(simulator, '/v1.0/users', {
      headers: { authorization: `Bearer ${header}.${payload}.AAAA` },
    });
    expect(forged.status).toBe(401);

    const client = await signIn(simulator);
    expect((await client.get('/users')).status).toBe(200);
    simulator.clock.advance(3600 * 1000);
    const expired = await client.get('/users');
    expect(expired.status).toBe(401);
    expect(expired.text).toContain('the token is expired');

    const later = await signIn(simulator);
    simulator.clock.advance(-7200 * 1000);
    expect((await later.get('/users')).status).toBe(200);
  });

  it('gives a managed identity tokens only with its header, and they outlive an advanced clock', async () => {
    const url = `${simulator.msiUrl}?api-version=2019-08-01&resource=https://localhost`;
    expect((await fetch(url)).status).toBe(401);
    const response = await fetch(url, {
      headers: { 'X-IDENTITY-HEADER': simulator.identityHeader },
    });
    const { access_token: token } = await response.json();
    simulator.clock.advance(30 * 24 * 3600 * 1000);
    const answer = await ask(simulator, '/v1.0/organization', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
  });
});
