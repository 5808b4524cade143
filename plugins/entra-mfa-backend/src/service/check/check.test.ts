import { ConfigReader } from '@backstage/config';
import type { ConnectionCheck } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { simulatorOptions, type FaultProfileInput } from 'entra-simulator';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import {
  startTestTenant,
  type TestTenant,
} from '../../__testUtils__/startTestTenant';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { TestSync } from '../../__testUtils__/TestSync';
import { collectors } from '../../collectors';
import { collectorsFor } from '../../collectors/collectorsFor';
import { readEntraMfaConfig } from '../../config/readEntraMfaConfig';
import { ConnectedTenants } from '../../sync/ConnectedTenants';
import { checkConnection } from './checkConnection';
import { moreThanNeeded } from './moreThanNeeded';

jest.setTimeout(120_000);

type Rule = NonNullable<FaultProfileInput['rules']>[0];

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
/** Without a scope rule that names a group, no group is read for one. What mailboxes are for is chosen, and no more. */
const ofGraph = collectors.filter(
  ({ id, source, onlyWhereChosen }) =>
    source === 'graph' &&
    id !== 'scope-group-members' &&
    (!onlyWhereChosen || onlyWhereChosen === 'mailboxPurpose'),
);

const withMailboxes = [
  ...simulatorOptions.parse({}).permissions,
  'MailboxSettings.Read',
];

let test: TestTenant;
let api: TestApi;

class SyncOfTenant extends TestSync {
  override get clock() {
    return test.clock;
  }
}

beforeAll(async () => {
  test = await startTestTenant({
    size: 20,
    frozenClock: true,
    // Waiting for one's turn takes no time here, so that several would come at once.
    protectionLimit: false,
    permissions: withMailboxes,
  });
  const { tenantId } = test.tenant;
  const sync = new SyncOfTenant(await databases.init('SQLITE_3'), { tenantId });
  api = await startTestApi(sync, {
    tenants: [test.config],
    mailboxPurpose: true,
  });
});

afterAll(async () => {
  await api?.stop();
  await test?.stop();
});

beforeEach(() => test.simulator.reset());

async function check(...rules: Rule[]): Promise<ConnectionCheck> {
  test.simulator.faults.set({ rules });
  const { body, status } = await api.post(
    `/tenants/${test.tenant.tenantId.toUpperCase()}/check`,
  );
  expect(status).toBe(200);
  return routes.checkConnection.response.parse(body);
}

const verdictsOf = ({ dataSets }: ConnectionCheck) =>
  Object.fromEntries(
    dataSets.map(({ dataSet, verdict }) => [dataSet, verdict]),
  );

const everythingWorks = Object.fromEntries(
  ofGraph.map(({ id }) => [id, 'works']),
);

it('asks each data set of Graph once, for one row, and says that all works', async () => {
  const answer = await check();
  expect(answer).toMatchObject({
    tenant: test.tenant.tenantId,
    problem: null,
    moreThanNeeded: [],
  });
  expect(verdictsOf(answer)).toEqual(everythingWorks);
  expect(answer.dataSets.every(({ granted }) => granted)).toBe(true);
  const { requests } = test.simulator.stats();
  const { token, discovery, ...ofData } = requests;
  const asked = Object.values(ofData).reduce((sum, one) => sum + one, 0);
  expect([token, asked]).toEqual([1, ofGraph.length]);
});

it('says which permission was taken away, what to do and who can', async () => {
  const { permissions } = test.simulator.application.registration;
  test.simulator.application.change({
    permissions: permissions.filter(name => name !== 'GroupMember.Read.All'),
  });
  const answer = await check();
  expect(verdictsOf(answer)).toEqual({
    ...everythingWorks,
    'role-groups': 'permission-missing',
    'role-group-members': 'permission-missing',
    'policy-group-members': 'permission-missing',
  });
  const [groups] = answer.dataSets.filter(
    ({ dataSet }) => dataSet === 'role-group-members',
  );
  expect(groups).toMatchObject({
    permission: 'GroupMember.Read.All',
    granted: false,
    optional: false,
    owner: 'tenant-administrator',
    problem: {
      code: 'no-permission',
      message: expect.stringContaining('GroupMember.Read.All'),
      action: expect.stringContaining('grant admin consent'),
    },
  });
});

it('believes Graph, and not the roles in the token', async () => {
  const answer = await check({ endpoint: 'users', kind: 'permissionMissing' });
  const [users] = answer.dataSets.filter(({ dataSet }) => dataSet === 'users');
  expect(users).toMatchObject({
    granted: true,
    verdict: 'permission-missing',
  });
});

it.each<[string, string, string, ...Rule[]]>([
  [
    'licence-missing',
    'no-licence',
    'licence-administrator',
    { endpoint: 'registrations', kind: 'licenceMissing' },
    // Its own plans are not known, or the refusal would be a misfire.
    { endpoint: 'organization', kind: 'status', status: 500 },
  ],
  [
    'licence-missing',
    'licence-check-failed',
    'tenant-administrator',
    { endpoint: 'registrations', kind: 'licenceMissing' },
  ],
  [
    'not-in-this-cloud',
    'not-found',
    'portal-operator',
    { endpoint: 'registrations', kind: 'status', status: 404 },
  ],
  [
    'throttled',
    'throttled',
    'nobody',
    {
      endpoint: 'registrations',
      kind: 'status',
      status: 429,
      retryAfter: 90,
    },
  ],
  [
    'unreachable',
    'graph-unavailable',
    'nobody',
    { endpoint: 'registrations', kind: 'status', status: 503 },
  ],
  [
    'unreachable',
    'unreachable',
    'portal-operator',
    { endpoint: 'registrations', kind: 'dropConnection' },
  ],
  [
    'refused',
    'query-refused',
    'microsoft',
    { endpoint: 'registrations', kind: 'status', status: 400 },
  ],
])(
  'tells %s (%s) of one data set at once',
  async (verdict, code, owner, ...rules) => {
    const answer = await check(...rules);
    const [report] = answer.dataSets.filter(
      ({ dataSet }) => dataSet === 'registrations',
    );
    expect(report).toMatchObject({ verdict, owner, problem: { code } });
    expect(report.until).toBe(
      verdict === 'throttled'
        ? new Date(test.clock.now().getTime() + 90_000).toISOString()
        : null,
    );
    expect(verdictsOf(answer)).toMatchObject({ users: 'works' });
    // A refusal for want of a licence is known to misfire.
    expect(test.simulator.stats().requests.registrations).toBe(
      verdict === 'licence-missing' ? 3 : 1,
    );
  },
);

it('says why nobody can sign in, and asks for nothing then', async () => {
  const answer = await check({ endpoint: 'token', kind: 'expiredSecret' });
  expect(answer).toMatchObject({
    problem: { code: 'secret-expired', dataSet: null },
    owner: 'application-owner',
    dataSets: [],
    roles: null,
  });
  expect(test.simulator.stats().requests.users ?? 0).toBe(0);
});

it('waits for no data set longer than somebody would', async () => {
  const { tenantId } = test.tenant;
  const config = readEntraMfaConfig(
    new ConfigReader({ entraMfa: { tenants: [test.config] } }),
  );
  test.simulator.faults.set({
    rules: [{ endpoint: 'registrations', kind: 'slow', milliseconds: 3_000 }],
  });
  const answer = await checkConnection(
    {
      clock: test.clock,
      collectors: ofGraph,
      config,
      graph: new ConnectedTenants(config, test.clock).graph,
      snapshots: { tenantToActOn: async () => tenantId },
    },
    tenantId,
    new AbortController().signal,
    1_500,
  );
  expect(verdictsOf(answer)).toEqual({
    ...everythingWorks,
    registrations: 'unreachable',
  });
});

it('asks for the methods of one person where the tenant has no report, and that is chosen', async () => {
  const needed = 'UserAuthenticationMethod.Read.All';
  const free = await startTestTenant({
    size: 10,
    frozenClock: true,
    licence: 'free',
    reportLimit: false,
    permissions: [...withMailboxes, needed],
  });
  try {
    const { tenantId } = free.tenant;
    const config = readEntraMfaConfig(
      new ConfigReader({ entraMfa: { tenants: [free.config] } }),
    );
    const checked = (perUserMethods: boolean) =>
      checkConnection(
        {
          clock: free.clock,
          collectors: collectorsFor({
            services: { tierAnnotation: 'x/tier' },
            scope: { properties: [], groups: false },
            perUserMethods,
          }),
          config,
          graph: new ConnectedTenants(config, free.clock).graph,
          snapshots: { tenantToActOn: async () => tenantId },
        },
        tenantId,
        new AbortController().signal,
      );
    const registrationsOf = ({ dataSets }: ConnectionCheck) =>
      dataSets.find(({ dataSet }) => dataSet === 'registrations');
    const answer = await checked(true);
    expect(registrationsOf(answer)).toMatchObject({
      title: 'Methods of each person',
      permission: needed,
      verdict: 'works',
    });
    expect(JSON.stringify(answer.moreThanNeeded)).not.toContain(needed);
    expect(registrationsOf(await checked(false))).toMatchObject({
      permission: 'AuditLog.Read.All',
      verdict: 'licence-missing',
    });
    free.simulator.application.change({ permissions: withMailboxes });
    free.simulator.clock.advance(2 * 3_600_000);
    expect(registrationsOf(await checked(true))).toMatchObject({
      verdict: 'permission-missing',
      granted: false,
    });
  } finally {
    await free.stop();
  }
});

it('finds permissions that nothing needs, those that write first', async () => {
  const { permissions } = test.simulator.application.registration;
  test.simulator.application.change({
    permissions: [
      ...permissions,
      'Directory.Read.All',
      'User.ReadWrite.All',
      'Mail.Send',
    ],
  });
  expect((await check()).moreThanNeeded).toEqual([
    { permission: 'Mail.Send', writes: true },
    { permission: 'User.ReadWrite.All', writes: true },
    { permission: 'Directory.Read.All', writes: false },
  ]);
});

it.each([
  ['Group.ReadBasic.All', false],
  ['Reports.Read.All', false],
  ['AppRoleAssignment.ReadWrite.All', true],
  ['Sites.FullControl.All', true],
  ['User-Phone.ReadWrite.All', true],
  ['Sites.Selected', true],
])('%s writes: %s', (permission, writes) => {
  expect(moreThanNeeded([permission], [])).toEqual([{ permission, writes }]);
});

it.each([
  ['who may not start a sync', 'countsOnly', 403],
  ['nobody', 'anonymous', 401],
] as const)('is refused to %s', async (_, caller, status) => {
  const path = `/tenants/${test.tenant.tenantId}/check`;
  expect((await api.post(path, caller)).status).toBe(status);
  expect(test.simulator.stats().requests.token ?? 0).toBe(0);
});
