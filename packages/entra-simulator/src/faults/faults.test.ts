import { startSimulator, type Simulator } from '../startSimulator';
import { codeOf, signIn, type GraphClient } from '../__testUtils__/ask';
import { Faults } from './Faults';
import type { FaultProfileInput } from './faultProfile';

const report = '/reports/authenticationMethods/userRegistrationDetails?$top=20';

describe('faults', () => {
  let simulator: Simulator;
  let client: GraphClient;
  const set = (...rules: NonNullable<FaultProfileInput['rules']>) =>
    simulator.faults.set({ rules });
  const linkOf = (text: string) => JSON.parse(text)['@odata.nextLink'];

  beforeAll(async () => {
    simulator = await startSimulator({
      size: 40,
      reportLimit: false,
      startDate: new Date('2026-09-01T12:00:00Z'),
      frozenClock: true,
    });
    client = await signIn(simulator);
  });
  afterEach(() => simulator.faults.clear());
  afterAll(() => simulator.stop());

  it.each([
    [429, 'TooManyRequests'],
    [500, 'InternalServerError'],
    [502, 'BadGateway'],
    [503, 'serviceNotAvailable'],
    [504, 'UnknownError'],
  ])('answers with %i %s', async (status, code) => {
    set({ endpoint: 'users', kind: 'status', status, retryAfter: 7 });
    const answer = await client.get('/users');
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(answer.headers['retry-after']).toBe('7');
    expect((await client.get('/groups')).status).toBe(200);
  });

  it('hits one page once', async () => {
    set({ endpoint: 'registrations', kind: 'cutBody', page: 2, times: 1 });
    const first = await client.get(report);
    const second = linkOf(first.text);
    await expect(client.get(second)).rejects.toThrow(/aborted|hang up/);
    expect((await client.get(second)).status).toBe(200);
    expect(simulator.faults.hits).toEqual([1]);
  });

  it('hits from one request on', async () => {
    set({ endpoint: '*', kind: 'status', status: 503, after: 2, times: 2 });
    const statuses = [];
    for (let request = 0; request < 6; request++) {
      statuses.push((await client.get('/organization')).status);
    }
    expect(statuses).toEqual([200, 200, 503, 503, 200, 200]);
  });

  it('keeps what is wrong with a link for an answer that can have one', async () => {
    set({ endpoint: 'users', kind: 'foreignLink', times: 1 });
    const count = await client.get('/users/$count', {
      ConsistencyLevel: 'eventual',
    });
    expect(Number(count.text)).toBeGreaterThanOrEqual(40);
    expect(simulator.faults.hits).toEqual([0]);
    const page = await client.get('/users?$top=20');
    expect(linkOf(page.text)).toMatch(/^https:\/\/graph\.example\.com\//);
  });

  it('breaks the connection before an answer', async () => {
    set({ endpoint: 'users', kind: 'dropConnection' });
    await expect(client.get('/users')).rejects.toThrow(/hang up|ECONNRESET/);
  });

  it.each(['slow', 'slowBody'] as const)(
    'sends the whole body with %s',
    async kind => {
      const expected = await client.get('/organization');
      set({ endpoint: 'organization', kind, milliseconds: 20 });
      const answer = await client.get('/organization');
      expect(answer.text).toBe(expected.text);
      expect(simulator.faults.hits).toEqual([1]);
    },
  );

  it('sends what is no JSON', async () => {
    set({ endpoint: 'users', kind: 'invalidJson' });
    const { status, text } = await client.get('/users');
    expect(status).toBe(200);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    set({ endpoint: 'users', kind: 'html' });
    expect((await client.get('/users')).text).toMatch(/^<html>/);
  });

  it('links a page to itself', async () => {
    set({ endpoint: 'registrations', kind: 'selfLink', page: 2 });
    const second = linkOf((await client.get(report)).text);
    expect(linkOf((await client.get(second)).text)).toBe(second);
  });

  it('links to another host', async () => {
    set({ endpoint: 'registrations', kind: 'foreignLink' });
    const link = linkOf((await client.get(report)).text);
    expect(new URL(link).origin).toBe('https://graph.example.com');
  });

  it('repeats rows, sends rows of a wrong type, and sends none', async () => {
    const page = async () => JSON.parse((await client.get(report)).text);
    const { value: good, '@odata.nextLink': next } = await page();
    set({ endpoint: 'registrations', kind: 'duplicateRows', rows: 2 });
    expect((await page()).value).toEqual([...good, good[0], good[1]]);
    set({ endpoint: 'registrations', kind: 'wrongTypeRows', rows: 1 });
    const { value: bad } = await page();
    expect(bad[0]).toMatchObject({
      id: good[0].id,
      isMfaRegistered: String(good[0].isMfaRegistered),
      methodsRegistered: 42,
    });
    expect(bad.slice(1)).toEqual(good.slice(1));
    set({ endpoint: 'registrations', kind: 'emptyPage' });
    expect(await page()).toMatchObject({ value: [], '@odata.nextLink': next });
    set({ endpoint: 'registrations', kind: 'nobodyRegistered' });
    expect((await page()).value).toEqual(
      good.map((row: object) => ({
        ...row,
        isMfaRegistered: false,
        isMfaCapable: false,
        isPasswordlessCapable: false,
        methodsRegistered: [],
      })),
    );
  });

  it.each([
    [
      'permissionMissing',
      report,
      403,
      'Authentication_MSGraphPermissionMissing',
    ],
    ['permissionMissing', '/users', 403, 'Authorization_RequestDenied'],
    [
      'licenceMissing',
      report,
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    ],
    [
      'licenceMissing',
      '/roleManagement/directory/roleEligibilityScheduleInstances',
      400,
      'AadPremiumLicenseRequired',
    ],
    ['expiredPageToken', report, 400, 'Directory_ExpiredPageToken'],
    ['invalidToken', '/users', 401, 'InvalidAuthenticationToken'],
  ] as const)(
    'with %s, answers %s with %i %s',
    async (kind, path, status, code) => {
      set({ endpoint: '*', kind });
      const answer = await client.get(path);
      expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    },
  );
});

describe('the rules', () => {
  it('hit about the share that was asked for, and the same requests each time', () => {
    const faults = new Faults({
      rules: [{ endpoint: 'users', kind: 'status', status: 503, share: 0.1 }],
    });
    const round = () =>
      Array.from({ length: 2000 }, () => Boolean(faults.next('users', 1)));
    const first = round();
    faults.restart();
    expect(round()).toEqual(first);
    const hit = first.filter(Boolean).length;
    expect(hit).toBeGreaterThan(150);
    expect(hit).toBeLessThan(250);
  });

  it('leave the endpoints of sign-in alone unless they name them', () => {
    const faults = new Faults({
      rules: [{ endpoint: '*', kind: 'status', status: 500 }],
    });
    expect(faults.next('token', 1)).toBeUndefined();
    expect(faults.next('groups', 1)).toBeDefined();
  });

  it.each([
    ['expiredSecret', 'users'],
    ['selfLink', 'token'],
    ['cutBody', 'msi'],
  ])('refuse %s at %s, which could never happen', (kind, endpoint) => {
    const profile = { rules: [{ endpoint, kind }] } as FaultProfileInput;
    expect(() => new Faults(profile)).toThrow(/cannot be used/);
  });

  it('refuse a refused sign-in at an endpoint of Graph', () => {
    const rule = { kind: 'signInRefused', number: 7000229 } as const;
    const at = (endpoint: 'users' | 'token') =>
      new Faults({ rules: [{ ...rule, endpoint }] });
    expect(() => at('users')).toThrow(/belong to the endpoint token/);
    expect(at('token').next('token', 1)).toMatchObject(rule);
  });

  it('say what is wrong with a profile', () => {
    expect(
      () =>
        new Faults({
          rules: [{ endpoint: 'user', kind: 'status' }],
        } as unknown as FaultProfileInput),
    ).toThrow(/fault profile cannot be used[\s\S]*endpoint[\s\S]*status/);
  });
});
