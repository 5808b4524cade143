import type { ProblemCode } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ensureCertificate, type FaultProfileInput } from 'entra-simulator';
import { dirname } from 'node:path';
import { inspect } from 'node:util';
import { inSmallPages, readPages } from '../__testUtils__/readPages';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { startStranger } from '../__testUtils__/startStranger';
import { organization } from '../collectors/organization';
import { registrations } from '../collectors/registrations';
import type { Collector } from '../collectors/types';
import type { TenantConfig } from '../config/types';
import { signInProblems } from '../problems/signInProblems';
import type { ProblemKind } from '../problems/types';
import { explain } from './explain';
import { GraphPageSource } from './GraphPageSource';
import type { ReadOptions } from './types';

type Rule = NonNullable<FaultProfileInput['rules']>[0];

const report = inSmallPages(registrations);
const other = '00000000-0000-4000-8000-000000000000';

describe('What a run is told when Graph cannot be read', () => {
  let test: TestTenant;

  beforeEach(async () => {
    test = await startTestTenant({ clientSecret: 'the-client-secret' });
  });

  afterEach(() => test.stop());

  /** Reads and fails; nobody may find a secret in what the failure leaves behind. */
  async function problemOf(
    change: Partial<TenantConfig> = {},
    collector: Collector = report,
    options: Partial<ReadOptions> = {},
  ) {
    const tenant = { ...test.tenant, ...change };
    const source = new GraphPageSource({
      tenant,
      clock: test.clock,
      reportRequestsPer10Seconds: 4,
      requestTimeoutMs: 10_000,
    });
    let failure: unknown = null;
    await readPages(source, collector, options).catch(error => {
      failure = error;
    });
    const explanation = explain(failure, { ...tenant, collector });
    const trace = inspect([failure, explanation], {
      depth: null,
      showHidden: true,
    });
    expect(trace).not.toMatch(/the-client-secret|skiptoken|Bearer|eyJ/);
    return explanation.problem;
  }

  it.each<[string, number, Rule]>([
    ['no-permission', 1, { endpoint: '*', kind: 'permissionMissing' }],
    // Believed the third time, because the tenant's plans are not known.
    ['no-licence', 3, { endpoint: '*', kind: 'licenceMissing' }],
    ['token-refused', 2, { endpoint: '*', kind: 'invalidToken' }],
    ['query-refused', 1, { endpoint: '*', kind: 'status', status: 400 }],
    ['not-found', 1, { endpoint: '*', kind: 'status', status: 404 }],
    ['query-refused', 1, { endpoint: '*', kind: 'status', status: 501 }],
    ['secret-expired', 0, { endpoint: 'token', kind: 'expiredSecret' }],
    [
      'page-token-expired',
      2,
      { endpoint: '*', kind: 'expiredPageToken', page: 2 },
    ],
    ['endless-pages', 2, { endpoint: '*', kind: 'selfLink', page: 2 }],
    ['foreign-address', 2, { endpoint: '*', kind: 'foreignLink', page: 2 }],
  ])('%s, after %i requests', async (code, requests, rule) => {
    test.simulator.faults.set({ rules: [rule] });
    expect(await problemOf()).toMatchObject({ code, dataSet: 'registrations' });
    expect(test.simulator.stats().requests.registrations ?? 0).toBe(requests);
  });

  it.each<[string, number, Rule]>([
    ['throttled', 20, { endpoint: '*', kind: 'status', status: 429 }],
    ['graph-unavailable', 20, { endpoint: '*', kind: 'status', status: 503 }],
    ['unreachable', 7, { endpoint: '*', kind: 'dropConnection' }],
    ['cut-off', 7, { endpoint: '*', kind: 'cutBody' }],
    ['not-json', 7, { endpoint: '*', kind: 'invalidJson' }],
    ['not-json', 7, { endpoint: '*', kind: 'html' }],
  ])('%s, after %i requests or more', async (code, requests, rule) => {
    test.simulator.faults.set({ rules: [rule] });
    expect(await problemOf()).toMatchObject({ code, dataSet: 'registrations' });
    expect(
      test.simulator.stats().requests.registrations,
    ).toBeGreaterThanOrEqual(requests);
  });

  it.each(
    Object.values<ProblemKind>(signInProblems).flatMap(
      ({ code, signIn = [] }) =>
        signIn.map((number): [ProblemCode, number] => [code, number]),
    ),
  )('%s, when Microsoft Entra answers AADSTS%i', async (code, number) => {
    test.simulator.faults.set({
      rules: [{ endpoint: 'token', kind: 'signInRefused', number }],
    });
    expect((await problemOf()).code).toBe(code);
  });

  it('sign-in-refused with its number, when it is one that nobody knows', async () => {
    test.simulator.faults.set({
      rules: [{ endpoint: 'token', kind: 'signInRefused', number: 7654321 }],
    });
    expect(await problemOf()).toMatchObject({
      code: 'sign-in-refused',
      message: expect.stringContaining('(AADSTS7654321)'),
    });
  });

  it('no-permission, when the app was never granted it', async () => {
    await test.stop();
    test = await startTestTenant({
      clientSecret: 'the-client-secret',
      permissions: ['User.Read.All'],
    });
    const { code, message } = await problemOf();
    expect(code).toBe('no-permission');
    expect(message).toContain(`AuditLog.Read.All`);
  });

  it.each<[string, Partial<TenantConfig>]>([
    [
      'secret-wrong',
      {
        credential: {
          kind: 'secret',
          clientSecret: 'the-client-secret-of-another',
          endsAt: null,
        },
      },
    ],
    ['app-not-found', { clientId: other }],
  ])('%s', async (code, change) => {
    expect((await problemOf(change)).code).toBe(code);
  });

  it('tenant-not-found, when the authority says so while it is discovered', async () => {
    const authority = `${test.simulator.url}/${other}`;
    const { code, message } = await problemOf({ tenantId: other, authority });
    expect([code, message]).toEqual([
      'tenant-not-found',
      `Tenant ${other} was not found.`,
    ]);
  });

  it.each(['authority', 'graphRoot'] as const)(
    'certificate, when nobody vouches for the one at %s',
    async key => {
      const stranger = await startStranger();
      const { url } = stranger;
      const address =
        key === 'authority' ? `${url}/${test.tenant.tenantId}` : url;
      const problem = await problemOf({ [key]: address });
      await stranger.stop();
      expect(problem.code).toBe('certificate');
      expect(problem.message).toMatch(/\((DEPTH_ZERO_)?SELF_SIGNED_\w+\)/);
      expect(problem.action).toContain(key);
      expect(problem.action).toContain('NODE_EXTRA_CA_CERTS');
    },
  );

  it('sign-in-unavailable, with why, when nobody listens at the authority', async () => {
    const gone = await startStranger();
    await gone.stop();
    const authority = `${gone.url}/${test.tenant.tenantId}`;
    expect(await problemOf({ authority })).toMatchObject({
      code: 'sign-in-unavailable',
      message: expect.stringContaining('(ECONNREFUSED)'),
      action: expect.stringMatching(/`authority`.*proxy/),
    });
  });

  it('sign-in-unavailable, when a proxy answers in place of Microsoft Entra', async () => {
    const stranger = await startStranger(
      await ensureCertificate(dirname(test.simulator.certificatePath)),
    );
    const authority = `${stranger.url}/${test.tenant.tenantId}`;
    const problem = await problemOf({ authority });
    await stranger.stop();
    expect(problem).toMatchObject({
      code: 'sign-in-unavailable',
      message: expect.stringContaining('was not Microsoft Entra'),
    });
  });

  it('wrong-tenant, when what is said is of another one', async () => {
    const { code } = await problemOf({ tenantId: other }, organization);
    expect(code).toBe('wrong-tenant');
  });

  it('unreachable, when nobody listens', async () => {
    const { code } = await problemOf({ graphRoot: 'https://localhost:1' });
    expect(code).toBe('unreachable');
  });

  it.each([
    'https://graph.microsoft.com.example.com/v1.0/users?$skiptoken=2',
    'http://localhost:1/v1.0/users?$skiptoken=2',
    'not a link',
  ])('foreign-address, for a stored link: %s', async startLink => {
    const { code } = await problemOf({}, report, { startLink });
    expect(code).toBe('foreign-address');
    expect(test.simulator.stats().requests).toEqual({});
  });
});
