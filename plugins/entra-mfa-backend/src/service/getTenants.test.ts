import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { createTestTenant } from '../__testUtils__/testTenant';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const clientId = '0a1b2c3d-0000-4000-8000-00000000c11e';
const clientSecret = 'the-secret-of-the-app';

/** Where tenants live, and the host whose page asks for consent. */
const places: [where: object, consentHost: string | null][] = [
  [{}, 'login.microsoftonline.com'],
  [{ cloud: 'usGovernment' }, 'login.microsoftonline.us'],
  [{ cloud: 'usGovernmentDoD' }, 'login.microsoftonline.us'],
  [{ cloud: 'china' }, 'login.chinacloudapi.cn'],
  [
    {
      authority: 'https://login.microsoftonline.us',
      graphRoot: 'https://graph.proxy.example',
    },
    'login.microsoftonline.us',
  ],
  [
    {
      authority: 'https://login.microsoftonline.com.example.org',
      graphRoot: 'https://graph.example.org',
    },
    null,
  ],
  [
    {
      authority: 'https://localhost:9443',
      graphRoot: 'https://localhost:9443',
    },
    null,
  ],
];
const tenantIdOf = (index: number) =>
  `0a1b2c3d-0000-4000-8000-00000000000${index}`;

let api: TestApi;

beforeAll(async () => {
  const sync = await createTestTenant(await databases.init('SQLITE_3'));
  api = await startTestApi(sync, {
    tenants: places.map(([where], index) => ({
      tenantId: tenantIdOf(index),
      clientId,
      clientSecret,
      ...where,
    })),
  });
});

afterAll(() => api.stop());

async function tenantsFor(caller: Caller) {
  const { body } = await api.get('/tenants', caller);
  return routes.getTenants.response.parse(body).items;
}

it.each(places.map(([where, host], index) => ({ where, host, index })))(
  'asks for the consent of a tenant at $where on $host',
  async ({ host, index }) => {
    const items = await tenantsFor('security');
    const tenantId = tenantIdOf(index);
    expect(items.find(({ id }) => id === tenantId)?.consentUrl).toBe(
      host && `https://${host}/${tenantId}/adminconsent?client_id=${clientId}`,
    );
  },
);

const global = 'https://mysignins.microsoft.com/security-info';
const government = 'https://mysignins.azure.us/security-info';
const china = 'https://mysignins.windowsazure.cn/security-info';

it('tells where people of each cloud register, and whether their phones stop', async () => {
  const items = await tenantsFor('countsOnly');
  const told = items.map(item => [item.securityInfoUrl, item.phoneDelivery]);
  expect(told).toEqual([
    [global, 'ends'],
    [government, 'national-cloud'],
    [government, 'national-cloud'],
    [china, 'national-cloud'],
    // A custom authority counts as the public cloud.
    [global, 'ends'],
    [global, 'ends'],
    [global, 'ends'],
  ]);
});

it('names the app to who may start a sync', async () => {
  const items = await tenantsFor('security');
  expect(new Set(items.map(item => item.clientId))).toEqual(
    new Set([clientId]),
  );
});

it('names neither the app nor its page to who may only read figures', async () => {
  const items = await tenantsFor('countsOnly');
  expect(items).toHaveLength(places.length);
  for (const item of items) {
    expect(item).toMatchObject({ clientId: null, consentUrl: null });
  }
  const { text } = await api.get('/tenants', 'countsOnly');
  expect(text).not.toContain(clientId);
});

it.each(['security', 'countsOnly'] as const)(
  'tells %s no secret',
  async caller => {
    expect((await api.get('/tenants', caller)).text).not.toContain(
      clientSecret,
    );
  },
);
