import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  entraMfaStartExtensionPoint,
  type EntraMfaClock,
  type EntraMfaSyncs,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import {
  faultRule,
  makeAppCertificate,
  simulatorOptions,
  startSimulator,
  type FaultProfileInput,
  type FaultRule,
  type Simulator,
} from 'entra-simulator';
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { mockServices } from '@backstage/backend-test-utils';
import { answerSignIn } from '../__testUtils__/consentPages';
import { everyRoute, sendRow } from '../__testUtils__/everyRoute';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { TestSync } from '../__testUtils__/TestSync';
import { trustCertificate } from '../__testUtils__/trustCertificate';

jest.setTimeout(180_000);

type Rule = NonNullable<FaultProfileInput['rules']>[0];
type Kind = (typeof kinds)[number];

const kinds = [
  'clientSecret',
  'certificate',
  'federated',
  'managedIdentity',
] as const;

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const secrets: Record<Kind, string> = {
  clientSecret: 'canary-of-the-client-secret',
  managedIdentity: 'canary-of-the-identity-header',
  // Whole files: see `startPortal`.
  certificate: '',
  federated: '',
};
/** Of somebody who signed in: what is kept of them, by which key, and what was sent on the way. */
const ofReader = {
  tenantId: '0a1b2c3d-0000-4000-8000-0000000000ff',
  clientId: 'b7d1c4a2-55e0-4f3c-9a61-0c8d2e4f6a90',
  clientSecret: 'canary-of-the-application',
  key: randomBytes(32).toString('hex'),
  sent: new Set<string>(),
};
/** An application of one tenant's own, entered on the page: a secret that is wrong, and the right one twice. */
const ofOwn = {
  tenantId: '0a1b2c3d-0000-4000-8000-0000000000fe',
  clientId: 'b7d1c4a2-55e0-4f3c-9a61-0c8d2e4f6a91',
  clientSecret: 'canary-of-its-own-application',
  wrong: 'canary-of-a-wrong-secret',
};
const portal = 'https://portal.example.com/api/entra-mfa';
const issuer = 'https://kubernetes.example.com';
const subject = 'system:serviceaccount:portal:backstage';

/** What each kind of fault needs beside where it is: one that the simulator learns is added here. */
const faults: Record<FaultRule['kind'], object> = {
  status: { status: 503 },
  slow: { milliseconds: 1 },
  slowBody: { milliseconds: 1 },
  cutBody: {},
  dropConnection: {},
  invalidJson: {},
  html: {},
  selfLink: {},
  foreignLink: {},
  duplicateRows: {},
  wrongTypeRows: {},
  emptyPage: {},
  nobodyRegistered: {},
  expiredPageToken: {},
  permissionMissing: {},
  licenceMissing: {},
  invalidToken: {},
  expiredSecret: {},
  signInRefused: { number: 7000215, status: 401, error: 'invalid_client' },
};
const ofSignIn = ['status', 'slow', 'expiredSecret', 'signInRefused'];

const simulators = {} as Record<Kind, Simulator>;
const lines: string[] = [];
const found: unknown[] = [];
const environment = { ...process.env };

let folder: string;
let distrust: () => void;
let sync: TestSync;
let api: TestApi;
let syncs: EntraMfaSyncs;

/** Everybody's time: waiting takes none. */
const clock: EntraMfaClock = {
  now: () => simulators.clientSecret.clock.date(),
  async sleep(milliseconds) {
    for (const { clock: one } of Object.values(simulators)) {
      one.advance(milliseconds);
    }
  },
};

class SyncOfSimulators extends TestSync {
  override get clock() {
    return clock;
  }
}

const shown = (value: unknown) =>
  inspect(value, {
    depth: null,
    showHidden: true,
    maxStringLength: null,
    maxArrayLength: null,
    breakLength: Infinity,
  });

const keep = (...said: unknown[]) => {
  lines.push(shown(said));
};

const rootLogger: RootLoggerService = {
  error: keep,
  warn: keep,
  info: keep,
  debug: keep,
  child: () => rootLogger,
};

function assertion(key: Parameters<typeof sign>[2]) {
  const encode = (part: object) =>
    Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ alg: 'RS256', kid: 'one' })}.${encode({
    iss: issuer,
    sub: subject,
    aud: 'api://AzureADTokenExchange',
    exp: Math.floor(Date.now() / 1000) + 3600,
  })}`;
  const signature = sign('sha256', Buffer.from(text), key);
  return `${text}.${signature.toString('base64url')}`;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entra-mfa-canaries-'));
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const { certificate, privateKey } = await makeAppCertificate();
  const workload = generateKeyPairSync('rsa', { modulusLength: 2048 });
  secrets.certificate = privateKey;
  secrets.federated = assertion(workload.privateKey);
  for (const [index, kind] of kinds.entries()) {
    simulators[kind] = await startSimulator({
      size: 10,
      frozenClock: true,
      reportLimit: false,
      tenantId: `0a1b2c3d-0000-4000-8000-00000000000${index}`,
      clientSecret: secrets.clientSecret,
      identityHeader: secrets.managedIdentity,
      certificates: [certificate],
      // Without the report, the methods of each person are read, and Microsoft sends all that they have.
      ...(kind === 'managedIdentity' && {
        licence: 'free',
        size: 60,
        permissions: [
          ...simulatorOptions.parse({}).permissions,
          'UserAuthenticationMethod.Read.All',
        ],
      }),
      ...(kind === 'clientSecret' && {
        otherTenants: [
          {
            tenantId: ofReader.tenantId,
            name: 'Fabrikam',
            domain: 'fabrikam.com',
            size: 10,
          },
          {
            tenantId: ofOwn.tenantId,
            clientId: ofOwn.clientId,
            clientSecret: ofOwn.clientSecret,
            name: 'Woodgrove',
            domain: 'woodgrove.com',
            size: 10,
          },
        ],
        multiTenantApplication: {
          clientId: ofReader.clientId,
          clientSecret: ofReader.clientSecret,
          redirectUris: [`${portal}/v1/connect/answer`],
        },
      }),
      federatedCredentials: [
        {
          issuer,
          subject,
          jwks: {
            keys: [
              {
                ...workload.publicKey.export({ format: 'jwk' }),
                kty: 'RSA',
                kid: 'one',
              },
            ],
          },
        },
      ],
    });
  }
  distrust = trustCertificate(simulators.clientSecret.certificate);
  process.env.IDENTITY_ENDPOINT = simulators.managedIdentity.msiUrl;
  process.env.IDENTITY_HEADER = secrets.managedIdentity;

  const credentials: Record<Kind, object> = {
    clientSecret: { clientSecret: secrets.clientSecret },
    certificate: {
      certificate: {
        certificateFile: file('tls.crt', certificate),
        privateKeyFile: file('tls.key', privateKey),
      },
    },
    federated: { federated: { tokenFile: file('token', secrets.federated) } },
    managedIdentity: { managedIdentity: 'systemAssigned' },
  };
  sync = new SyncOfSimulators(await databases.init('SQLITE_3'));
  api = await startTestApi(
    sync,
    {
      perUserMethods: true,
      connect: {
        clientId: ofReader.clientId,
        clientSecret: ofReader.clientSecret,
        authority: simulators.clientSecret.url,
        graphRoot: simulators.clientSecret.url,
        keyFile: file('key', ofReader.key),
      },
      tenants: kinds.map(kind => {
        const { tenantId, clientId, url } = simulators[kind];
        const authority = `${url}/${tenantId}`;
        return {
          ...{ tenantId, clientId, authority, graphRoot: url },
          ...credentials[kind],
        };
      }),
    },
    [
      mockServices.discovery.mock({
        getBaseUrl: async () => portal,
        getExternalBaseUrl: async () => portal,
      }).factory,
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => rootLogger,
      }),
      createBackendModule({
        pluginId: 'entra-mfa',
        moduleId: 'test-syncs',
        register(env) {
          env.registerInit({
            deps: { start: entraMfaStartExtensionPoint },
            async init({ start }) {
              start.beforeSchedule(async given => {
                syncs = given;
              });
            },
          });
        },
      }),
    ],
  );
});

afterAll(async () => {
  await api?.stop();
  distrust?.();
  await Promise.all(Object.values(simulators).map(one => one.stop()));
  process.env = environment;
  rmSync(folder, { recursive: true });
});

const refusedReader = {
  kind: 'signInRefused',
  number: 50076,
  status: 400,
  error: 'interaction_required',
} as const;

/** Connects a tenant by somebody who signs in, and keeps what MSAL sends for it. */
async function signInReader(): Promise<void> {
  const send = global.fetch;
  jest.spyOn(global, 'fetch').mockImplementation(async (address, init) => {
    const response = await send(address, init);
    const answer = await response
      .clone()
      .json()
      .catch(() => ({}));
    const fields = new URLSearchParams(String(init?.body ?? ''));
    [
      fields.get('code'),
      fields.get('code_verifier'),
      answer.refresh_token,
    ].forEach(one => one && ofReader.sent.add(one));
    return response;
  });
  const { body } = await api
    .post('/connect')
    .send({ tenant: ofReader.tenantId, kind: 'reader' })
    .expect(200);
  const { search } = await answerSignIn(body.url, 'Global Administrator');
  const answered = await api.get(`/connect/answer${search}`, 'anonymous');
  expect(answered.text).toContain('<h1>Connected</h1>');
  found.push(answered.text);
  const { tenantId } = ofReader;
  const { grants, faults: ofSimulator } = simulators.clientSecret;
  const attempt = () =>
    syncs.run(tenantId).then(
      () => true,
      error => {
        found.push(shown(error));
        return false;
      },
    );
  expect(await attempt()).toBe(true);
  clock.sleep(7_200_000);
  ofSimulator.set({ rules: [{ endpoint: 'token', ...refusedReader }] });
  expect(await attempt()).toBe(false);
  ofSimulator.clear();
  clock.sleep(7_200_000);
  expect(await attempt()).toBe(true);
  grants.end(tenantId, 50173);
  clock.sleep(7_200_000);
  expect(await attempt()).toBe(false);
  jest.restoreAllMocks();
  // A code, a verifier and three refresh tokens.
  expect(ofReader.sent.size).toBeGreaterThan(4);
}

/** Connects a tenant by an application of its own, with a secret that is wrong at first, and then another one. */
async function connectOwn(): Promise<void> {
  const { tenantId: tenant, clientId, clientSecret, wrong } = ofOwn;
  const kind = 'application';
  const connect = async (secret: string, state: string) => {
    const { text, body } = await api
      .post('/connect')
      .send({ tenant, kind, clientId, clientSecret: secret });
    found.push(text);
    expect(body.request.state).toBe(state);
  };
  await connect(wrong, 'failed');
  await connect(clientSecret, 'granted');
  const settings = `/tenants/${tenant}/settings`;
  for (const [secret, status] of [
    [wrong, 400],
    [`${wrong} of two lines`, 400],
    [clientSecret, 200],
  ] as const) {
    const { text } = await api
      .post(settings)
      .send({ clientSecret: secret })
      .expect(status);
    found.push(text);
  }
  await syncs.run(tenant);
}

/** Runs a sync, and keeps what it throws. */
async function run(kind: Kind, rule?: Rule): Promise<boolean> {
  const { tenantId, faults: ofTenant, clock: time } = simulators[kind];
  // A token that is known would be used, and nobody would sign in.
  time.advance(7_200_000);
  ofTenant.set({ rules: rule ? [rule] : [] });
  try {
    await syncs.run(tenantId);
    return true;
  } catch (error) {
    found.push(shown(error));
    return false;
  } finally {
    ofTenant.clear();
  }
}

/** Parts of each secret that are long enough to be nothing else. */
function canaries(): string[] {
  const { certificate, federated, clientSecret, managedIdentity } = secrets;
  const ofKey = certificate
    .split('\n')
    .filter(line => line.length > 40 && !line.startsWith('--'))
    .slice(1)
    .map(line => line.slice(0, 40));
  const [, payload, signature] = federated.split('.');
  return [
    ...[clientSecret, managedIdentity, ...ofKey, payload, signature],
    ...[ofOwn.clientSecret, ofOwn.wrong],
    ...[ofReader.clientSecret, ofReader.key, ...ofReader.sent],
    Buffer.from(ofReader.key, 'hex').toString('base64url'),
  ];
}

/** What Microsoft sends of a method besides its type, as the simulator makes it up. */
const ofMethods =
  /425555\d{5}|\.private@example\.com|\b(?:Key|Phone|PC|MacBook) of [A-Z]\w+ [A-Z]|SoftwareTokenActivated|3179e48a-750b/;

/** No token either, whosever it is: each begins so. */
const token = /eyJ[\w-]{20,}\.eyJ[\w-]{20,}/;

function expectNoSecret(where: string, text: string) {
  const all = canaries();
  expect(all.length).toBeGreaterThan(15);
  const told = all.filter(canary =>
    [canary, encodeURIComponent(canary)].some(form => text.includes(form)),
  );
  expect([where, told.map(canary => canary.slice(0, 12))]).toEqual([where, []]);
  expect(text).not.toMatch(token);
  expect([where, ofMethods.exec(text)?.[0]]).toEqual([where, undefined]);
  expect(text).not.toContain('canary-of-');
}

it('keeps every secret out of the database, the logs, the errors and the answers, whatever becomes of a sync', async () => {
  await signInReader();
  await connectOwn();
  for (const kind of kinds) {
    expect([kind, await run(kind)]).toEqual([kind, true]);
  }
  const known = faultRule.options.map(({ shape }) => shape.kind.value);
  expect(Object.keys(faults).sort()).toEqual([...known].sort());

  let failed = 0;
  for (const [index, kind] of known.entries()) {
    const ofToken = ofSignIn.includes(kind);
    const by = ofToken ? kinds.slice(0, 3) : [kinds[index % kinds.length]];
    for (const one of by) {
      const endpoint = ofToken ? 'token' : '*';
      const rule = { endpoint, kind, ...faults[kind] } as Rule;
      failed += (await run(one, rule)) ? 0 : 1;
    }
  }
  // The registration knows none of them any more.
  for (const kind of kinds.slice(0, 3)) {
    simulators[kind].application.change({
      certificates: [],
      federatedCredentials: [],
      clientSecretEnds: '2020-01-01T00:00:00Z',
    });
    failed += (await run(kind)) ? 0 : 1;
  }
  // The certificate that was read before is used until it ends.
  for (const { clock: one } of Object.values(simulators)) {
    one.advance(20 * 365 * 24 * 3_600_000);
  }
  for (const name of ['tls.key', 'token']) {
    writeFileSync(join(folder, name), `canary-of-${name}`);
  }
  for (const kind of ['certificate', 'federated'] as const) {
    failed += (await run(kind)) ? 0 : 1;
  }
  expect(failed).toBeGreaterThan(20);

  const tables: string[] = await sync
    .knex('sqlite_master')
    .where({ type: 'table' })
    .pluck('name');
  const rows = [];
  for (const table of tables) {
    rows.push(...(await sync.knex(table)));
  }
  const database = rows
    .flatMap(row => Object.values(row as object))
    .map(value =>
      value instanceof Uint8Array
        ? Buffer.from(value).toString('latin1')
        : String(value),
    )
    .join('\n');

  // They were read.
  expect(database).toContain('"from":"methods"');
  expect(database).toContain('"mobilePhone"');
  const { requests } = simulators.managedIdentity.stats();
  expect(requests.userMethods).toBeGreaterThan(60);

  const answers = [];
  for (const { tenantId } of [...Object.values(simulators), ofReader, ofOwn]) {
    const checked = await api.post(`/tenants/${tenantId}/check`);
    answers.push(checked.text);
    for (const path of ['overview', 'runs', 'teams', 'runs.csv']) {
      const { text } = await api.get(`/${path}?tenant=${tenantId}`);
      answers.push(text ?? '');
    }
  }
  for (const row of Object.values(everyRoute).flat()) {
    const { text } = await sendRow(api, row, 'security');
    answers.push(text ?? '');
  }

  const told = {
    database,
    logs: lines.join('\n'),
    answers: answers.join('\n'),
  };
  for (const [where, text] of Object.entries(told)) {
    expectNoSecret(where, text);
    // What is no secret is found, so that a secret would be.
    expect(text).toContain(simulators.certificate.clientId);
  }
  expectNoSecret('errors', found.join('\n'));
});
