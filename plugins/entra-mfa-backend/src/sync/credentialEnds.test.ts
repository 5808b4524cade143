import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  routes,
  type Routes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { makeAppCertificate } from 'entra-simulator';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { reportRow, userRow } from '../__testUtils__/rows';
import { silentLogger } from '../__testUtils__/silentLogger';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { clientId, TestSync } from '../__testUtils__/TestSync';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { readEntraMfaConfig } from '../config/readEntraMfaConfig';
import { findEndingCredentials } from '../notifications/findEndingCredentials';
import { NoticeSender } from '../notifications/NoticeSender';
import { CredentialWatch } from './CredentialWatch';
import { ConfigReader } from '@backstage/config';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const day = 24 * 3_600_000;
const withCertificate = '0a1b2c3d-0000-4000-8000-000000000001';
const withSecret = '0a1b2c3d-0000-4000-8000-000000000002';
const withIdentity = '0a1b2c3d-0000-4000-8000-000000000003';

/** Both end then. */
const end = '2027-03-04T00:00:00.000Z';

type Tenant = z.output<Routes['getTenants']['response']>['items'][number];

let folder: string;
let sync: TestSync;
let api: TestApi;
let tenants: object[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entra-mfa-ends-'));
  const { certificate, privateKey } = await makeAppCertificate({
    endsAt: new Date(end),
  });
  const certificateFile = join(folder, 'tls.crt');
  const privateKeyFile = join(folder, 'tls.key');
  writeFileSync(certificateFile, certificate);
  writeFileSync(privateKeyFile, privateKey);
  tenants = [
    {
      tenantId: withCertificate,
      clientId,
      certificate: { certificateFile, privateKeyFile },
    },
    {
      tenantId: withSecret,
      clientId,
      clientSecret: 'not-used',
      expiresAt: '2027-03-04',
    },
    { tenantId: withIdentity, clientId, managedIdentity: 'systemAssigned' },
  ];
  sync = new TestSync(await databases.init('SQLITE_3'), {
    tenantId: withCertificate,
  });
  sync.now = new Date('2027-01-01T08:00:00Z');
  api = await startTestApi(sync, { tenants });
  sync.source.pages = {
    users: [[userRow(1)]],
    registrations: [[reportRow(1)]],
  };
  await sync.run();
});

afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

/** As many days before the end. */
const at = (days: number) => {
  sync.now = new Date(Date.parse(end) - days * day);
};

const told = async (caller?: 'countsOnly') => {
  const { body } = await api.get('/tenants', caller);
  return routes.getTenants.response
    .parse(body)
    .items.map(({ credential }: Tenant) => credential);
};

it.each([
  [30.1, null],
  [30, 30],
  [14.1, 30],
  [14, 14],
  [3, 3],
  [0.1, 3],
  [0, 0],
  [-40, 0],
])('warns %f days before the end: %s', async (days, warning) => {
  at(days);
  expect(await told()).toEqual([
    { kind: 'certificate', endsAt: end, warning },
    { kind: 'secret', endsAt: end, warning },
    { kind: 'managed-identity', endsAt: null, warning: null },
  ]);
});

it('says with what an app signs in to who may start a sync alone', async () => {
  expect(await told('countsOnly')).toEqual([null, null, null]);
});

it('has a problem from the end on, and none before', async () => {
  const problems = async (tenant: string) =>
    (
      await api.get(`/overview?tenant=${tenant}`)
    ).body.freshness.problems.filter(
      ({ code }: { code: string }) => code === 'credential-ended',
    );
  at(0.1);
  expect(await problems(withCertificate)).toEqual([]);
  at(0);
  expect(await problems(withCertificate)).toEqual([
    expect.objectContaining({
      message: `The certificate with which app ${clientId} signs in ended on 2027-03-04.`,
      since: end,
      dataSet: null,
    }),
  ]);
  expect(await problems(withSecret)).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/^The client secret .* 2027-03-04\.$/),
    }),
  ]);
  expect(await problems(withIdentity)).toEqual([]);
});

it('logs each warning once, and files that cannot be used', async () => {
  const lines: string[] = [];
  const config = readEntraMfaConfig(
    new ConfigReader({ entraMfa: { tenants } as {} }),
  );
  const watch = new CredentialWatch({
    ...config,
    clock: sync.clock,
    logger: { warn: line => lines.push(line) },
  });
  for (const days of [40, 29, 20, 13, 2, 1, -1, -2]) {
    at(days);
    await watch.look(withCertificate);
    await watch.look(withIdentity);
  }
  const ends = `The certificate of tenant ${withCertificate} ends on 2027-03-04`;
  expect(lines).toEqual([
    expect.stringContaining(`${ends}, within 30 days`),
    expect.stringContaining(`${ends}, within 14 days`),
    expect.stringContaining(`${ends}, within 3 days`),
    expect.stringContaining('ended on 2027-03-04'),
  ]);
  const [{ credential }] = config.tenants;
  const broken = { ...credential, certificateFile: join(folder, 'none') };
  lines.length = 0;
  await new CredentialWatch({
    tenants: [{ ...config.tenants[0], credential: broken } as never],
    clock: sync.clock,
    logger: { warn: line => lines.push(line) },
  }).look(withCertificate);
  expect(lines).toEqual([
    expect.stringContaining('certificate.certificateFile should be a file'),
  ]);
});

it('notifies security once for each warning, and once of the end', async () => {
  const sent: NotificationSendOptions[] = [];
  const { tenants: configured, notify } = readEntraMfaConfig(
    new ConfigReader({
      entraMfa: { tenants, notify: { security: ['group:security'] } } as {},
    }),
  );
  const sender = new NoticeSender({
    knex: sync.knex,
    clock: sync.clock,
    logger: silentLogger,
    notifications: { send: async one => void sent.push(one) },
    plugins: {
      getInstalledPlugins: async () => [{ pluginId: 'notifications' }],
    },
  });
  const finder = { tenants: configured, clock: sync.clock, notify };
  for (const days of [40, 29, 28, 13, 2, -1, -5]) {
    at(days);
    const nobody = { ...notify, security: [] };
    await sender.tell(
      withSecret,
      findEndingCredentials({ ...finder, notify: nobody }),
    );
    await sender.tell(withSecret, findEndingCredentials(finder));
    await sender.tell(withIdentity, findEndingCredentials(finder));
  }
  const [ends, ended] = ['ends', 'ended'].map(
    verb =>
      `The client secret that MFA data is read with ${verb} on 2027-03-04`,
  );
  expect(sent.map(({ payload }) => [payload.title, payload.severity])).toEqual([
    [ends, 'normal'],
    [ends, 'normal'],
    [ends, 'high'],
    [ended, 'high'],
  ]);
  expect(sent[0]).toMatchObject({
    recipients: { entityRef: ['group:default/security'] },
    payload: { link: `/entra-mfa/connections?tenant=${withSecret}` },
  });
});
