import { rootSystemMetadataServiceFactory } from '@backstage/backend-defaults/rootSystemMetadata';
import {
  createBackendModule,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entraMfaClockExtensionPoint } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { formatVerifierKey, openCheckpoint } from '@entra-mfa/evidence';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { json } from 'node:stream/consumers';
import request from 'supertest';
import { startTestTenant } from './__testUtils__/startTestTenant';
import { TestDatabases } from './__testUtils__/TestDatabases';
import { entraMfaPlugin } from './plugin';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const packages = [
  '@backstage/backend-plugin-api',
  '@entra-mfa/backstage-plugin-entra-mfa-node',
];

/** Copies the example to a folder that knows nothing of this repository, and loads it from there. */
function loadExample(folder: string): BackendFeature {
  const node = dirname(require.resolve(`${packages[1]}/package.json`));
  const copied = join(folder, 'acme');
  cpSync(join(node, 'examples/acme'), copied, { recursive: true });
  for (const name of packages) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(dirname(require.resolve(`${name}/package.json`)), link);
  }
  return jest.requireActual<{ default: BackendFeature }>(copied).default;
}

it('adds a data set, a control, a notifier, a signer, a key service and a sink from a folder of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'acme-'));
  const heard: object[] = [];
  const chat = createServer(async (asked, response) => {
    heard.push((await json(asked)) as object);
    response.end();
  }).listen(0, 'localhost');
  await once(chat, 'listening');
  const { port } = chat.address() as AddressInfo;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signingKey = join(folder, 'key.pem');
  writeFileSync(
    signingKey,
    privateKey.export({ format: 'pem', type: 'pkcs8' }),
  );
  const tenant = await startTestTenant({ size: 40 });
  const { tenantId } = tenant.simulator;
  const knex = await databases.init('SQLITE_3');
  const backend = await startTestBackend({
    features: [
      entraMfaPlugin,
      loadExample(folder),
      createBackendModule({
        pluginId: 'entra-mfa',
        moduleId: 'test-clock',
        register(env) {
          env.registerInit({
            deps: { clock: entraMfaClockExtensionPoint },
            async init({ clock }) {
              clock.setClock(tenant.clock);
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          acme: {
            chat: { url: `http://localhost:${port}` },
            archive: { url: `http://localhost:${port}` },
            signingKey,
          },
          entraMfa: {
            tenants: [tenant.config],
            sinks: { 'acme-archive': { tenantId } },
            evidence: {
              name: 'portal.example.com',
              checkpoints: { recipients: ['user:default/ruth'] },
            },
          },
        },
      }),
      mockServices.database.factory({
        knex,
        migrations: { skip: true },
      }),
      rootSystemMetadataServiceFactory,
      catalogServiceMock.factory(),
    ],
  });
  const read = async (path: string) =>
    (await request(backend.server).get(`/api/entra-mfa/v1${path}`)).body;
  try {
    // The schedule begins with the portal; what is told of a sync comes last.
    for (let tries = 0; tries < 300 && heard.length === 0; tries++) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect(heard).toEqual([
      {
        title: expect.stringMatching(
          /^Checkpoint of .* entries in the log of /,
        ),
        ...{ severity: 'low', topic: 'Checkpoints of evidence', tenantId },
      },
    ]);
    const { results, ...control } = await read('/controls/acme/ACME-1');
    const [{ unmanaged }] = await knex('record')
      .where({ data_set: 'acme/unmanaged-devices' })
      .count({ unmanaged: '*' });
    expect(unmanaged).toBeGreaterThan(0);
    expect(control).toMatchObject({
      framework: { name: 'Acme policy' },
      severity: 'high',
      status: 'not-met',
    });
    expect(results).toMatchObject([
      { test: 'coverage', added: null },
      {
        test: 'acme/unmanaged-devices',
        outcome: 'not-met',
        count: unmanaged,
        added: { title: { de: 'Jedes Gerät wird verwaltet' } },
      },
    ]);
    expect((await read('/sinks')).items).toMatchObject([
      { id: 'acme-archive', title: 'The archive', state: 'waiting' },
    ]);
    const { checkpoint } = await read('/evidence');
    const key = formatVerifierKey('portal.example.com', publicKey);
    expect(openCheckpoint(checkpoint.note, key)).toMatchObject({
      origin: `portal.example.com/entra-mfa/${tenantId}`,
    });
  } finally {
    await backend.stop();
    await tenant.stop();
    chat.close();
    rmSync(folder, { recursive: true });
  }
});
