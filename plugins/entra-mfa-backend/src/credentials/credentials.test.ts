import { makeAppCertificate } from 'entra-simulator';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import type { CredentialConfig } from '../config/types';
import { explain } from '../graph/explain';
import { GraphCredentials } from '../graph/GraphCredentials';
import { checkCredentials } from './checkCredentials';

jest.setTimeout(60_000);

const hour = 3_600_000;
const issuer = 'https://kubernetes.example.com';
const subject = 'system:serviceaccount:portal:backstage';

let test: TestTenant;
let folder: string;
let ours: Awaited<ReturnType<typeof makeAppCertificate>>;
let other: typeof ours;
let credential: Extract<CredentialConfig, { kind: 'certificate' }>;

const environment = { ...process.env };

beforeAll(async () => {
  test = await startTestTenant({ size: 10, frozenClock: true });
  ours = await makeAppCertificate();
  other = await makeAppCertificate();
});

beforeEach(() => {
  test.simulator.reset();
  folder = mkdtempSync(join(tmpdir(), 'entra-mfa-credentials-'));
  credential = {
    kind: 'certificate',
    certificateFile: join(folder, 'tls.crt'),
    privateKeyFile: join(folder, 'tls.key'),
  };
  write(ours);
  test.simulator.application.change({ certificates: [ours.certificate] });
});

afterEach(() => {
  process.env = { ...environment };
  rmSync(folder, { recursive: true });
});

afterAll(() => test.stop());

function write({ certificate = '', privateKey = '' }: Partial<typeof ours>) {
  if (certificate) writeFileSync(credential.certificateFile, certificate);
  if (privateKey) writeFileSync(credential.privateKeyFile, privateKey);
}

const credentialsOf = (one: CredentialConfig) =>
  new GraphCredentials({ ...test.tenant, credential: one }, test.clock);

const signIn = (credentials: GraphCredentials, renew = false) =>
  credentials.token(AbortSignal.timeout(20_000), { renew });

/** What a reader is told of a failure, in which nobody may find what signs in. */
async function problemOf(token: Promise<string>) {
  const failure: unknown = await token.catch(error => error);
  const context = { ...test.tenant, collector: null };
  const { problem } = explain(failure, context);
  const trace = inspect([failure, problem], { depth: null, showHidden: true });
  expect(trace).not.toMatch(/PRIVATE KEY|eyJ|simulator-identity-header/);
  return problem;
}

const requests = () => test.simulator.stats().requests.token ?? 0;

describe('a certificate', () => {
  it('signs in, once as long as its token holds', async () => {
    const credentials = credentialsOf(credential);
    expect(await signIn(credentials)).toMatch(/^eyJ/);
    await signIn(credentials);
    expect(requests()).toBe(1);
  });

  it('is read again when its files change, and the last that fitted is used while they do not fit', async () => {
    const credentials = credentialsOf(credential);
    await signIn(credentials);
    write({ certificate: other.certificate });
    await signIn(credentials, true);
    expect(requests()).toBe(2);
    write(other);
    expect((await problemOf(signIn(credentials))).code).toBe(
      'credential-refused',
    );
    test.simulator.application.change({ certificates: [other.certificate] });
    expect(await signIn(credentials)).toMatch(/^eyJ/);
  });

  it('that is not uploaded is told apart from a secret', async () => {
    test.simulator.application.change({ certificates: [] });
    const { message, action } = await problemOf(
      signIn(credentialsOf(credential)),
    );
    expect(message).toContain('does not take the certificate');
    expect(action).toContain('`certificate.certificateFile`');
  });

  it('that has ended is told with its day, before anybody is asked', async () => {
    const endsAt = new Date(test.clock.now().getTime() + hour);
    const short = await makeAppCertificate({ endsAt });
    write(short);
    test.simulator.application.change({ certificates: [short.certificate] });
    const credentials = credentialsOf(credential);
    await signIn(credentials);
    test.simulator.clock.advance(2 * hour);
    const problem = await problemOf(signIn(credentials, true));
    test.simulator.clock.advance(-2 * hour);
    expect(problem).toMatchObject({
      code: 'credential-ended',
      message: expect.stringContaining(endsAt.toISOString().slice(0, 10)),
    });
    expect(requests()).toBe(1);
  });

  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const encrypted = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'canary',
    })
    .toString();

  it.each<[string, string, string, () => void]>([
    [
      'a key of another certificate',
      'privateKeyFile',
      'another one’s',
      () => write({ privateKey: other.privateKey }),
    ],
    [
      'a key with a passphrase',
      'privateKeyFile',
      'without a passphrase',
      () => write({ privateKey: encrypted }),
    ],
    [
      'a key that is not RSA',
      'privateKeyFile',
      'an RSA key of at least 2048 bits',
      () =>
        write({
          privateKey: String(
            elliptic.privateKey.export({ type: 'pkcs8', format: 'pem' }),
          ),
        }),
    ],
    [
      'no key',
      'privateKeyFile',
      'a private key in PEM',
      () => write({ privateKey: ours.certificate }),
    ],
    [
      'no certificate',
      'certificateFile',
      'a certificate in PEM',
      () => write({ certificate: ours.privateKey }),
    ],
    [
      'an empty file',
      'certificateFile',
      'not be empty',
      () => write({ certificate: '\n' }),
    ],
    [
      'a file that is not there',
      'certificateFile',
      'can be read (ENOENT)',
      () => rmSync(credential.certificateFile),
    ],
  ])('is refused at start where there is %s', async (_, key, should, spoil) => {
    spoil();
    await expect(
      checkCredentials(
        { tenants: [{ ...test.tenant, credential }], connect: null },
        test.clock.now(),
      ),
    ).rejects.toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(
          new RegExp(
            `^Invalid configuration at entraMfa.tenants\\[0\\].certificate.${key}: should .*${should.replace(
              /[()]/g,
              '\\$&',
            )}`,
          ),
        ),
      }),
    );
    const problem = await problemOf(signIn(credentialsOf(credential)));
    expect(problem.code).toBe('credential-unreadable');
    expect(problem.message).toContain(`certificate.${key}`);
  });

  it.each([
    ['has ended', { endsAt: new Date('2020-01-01') }, 'it ended on 2020-01-01'],
    [
      'has not begun',
      { startsAt: new Date('2045-01-01'), endsAt: new Date('2046-01-01') },
      'it begins on 2045-01-01',
    ],
  ])('is refused at start where it %s', async (_, times, says) => {
    write(await makeAppCertificate(times));
    await expect(
      checkCredentials(
        { tenants: [{ ...test.tenant, credential }], connect: null },
        test.clock.now(),
      ),
    ).rejects.toThrow(says);
  });

  it('as OpenSSL makes it by the commands of the documentation', async () => {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-sha256', '-days', '365'],
        ...['-nodes', '-subj', '/CN=backstage-entra-mfa'],
        ...['-keyout', credential.privateKeyFile],
        ...['-out', credential.certificateFile],
      ],
      { stdio: 'ignore' },
    );
    await expect(
      checkCredentials(
        { tenants: [{ ...test.tenant, credential }], connect: null },
        new Date(),
      ),
    ).resolves.toBeUndefined();
  });
});

describe('the assertion of a workload', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encode = (part: object) =>
    Buffer.from(JSON.stringify(part)).toString('base64url');

  function assertion(claims: object = {}) {
    const now = Math.floor(Date.now() / 1000);
    const text = `${encode({ alg: 'RS256', kid: 'one' })}.${encode({
      iss: issuer,
      sub: subject,
      aud: 'api://AzureADTokenExchange',
      exp: now + 600,
      ...claims,
    })}`;
    const signature = sign('sha256', Buffer.from(text), keys.privateKey);
    return `${text}.${signature.toString('base64url')}\n`;
  }

  const federated = (): CredentialConfig => ({
    kind: 'federated',
    tokenFile: join(folder, 'token'),
  });

  beforeEach(() => {
    const jwk = {
      ...keys.publicKey.export({ format: 'jwk' }),
      kty: 'RSA',
      kid: 'one',
    };
    test.simulator.application.change({
      federatedCredentials: [{ issuer, subject, jwks: { keys: [jwk] } }],
    });
  });

  it('is read each time that a token is asked for', async () => {
    const credentials = credentialsOf(federated());
    writeFileSync(join(folder, 'token'), assertion());
    expect(await signIn(credentials)).toMatch(/^eyJ/);
    writeFileSync(join(folder, 'token'), assertion({ sub: 'somebody' }));
    await signIn(credentials);
    expect(await problemOf(signIn(credentials, true))).toMatchObject({
      code: 'credential-refused',
      action: expect.stringContaining('subject'),
    });
    writeFileSync(join(folder, 'token'), assertion());
    await signIn(credentials, true);
    rmSync(join(folder, 'token'));
    expect(await problemOf(signIn(credentials, true))).toMatchObject({
      code: 'credential-unreadable',
      message: expect.stringContaining(
        '`federated.tokenFile` should be a file that can be read (ENOENT)',
      ),
    });
  });

  it('that nobody renews is told as one that is too old', async () => {
    writeFileSync(join(folder, 'token'), assertion({ exp: 1 }));
    expect(await problemOf(signIn(credentialsOf(federated())))).toMatchObject({
      code: 'clock-skew',
      action: expect.stringContaining('`federated`'),
    });
  });
});

describe('a managed identity', () => {
  // What MSAL finds first in the environment stays its source for this process.
  beforeEach(() => {
    process.env.IDENTITY_ENDPOINT = test.simulator.msiUrl;
    process.env.IDENTITY_HEADER = test.simulator.identityHeader;
  });

  const identity = (
    assigned: 'systemAssigned' | 'userAssigned',
  ): CredentialConfig => ({ kind: 'managed-identity', assigned });

  const asked = () => test.simulator.stats().requests.msi ?? 0;

  it.each(['systemAssigned', 'userAssigned'] as const)(
    'signs in %s, once as long as its token holds or nobody forgets it',
    async assigned => {
      const credentials = credentialsOf(identity(assigned));
      const token = await signIn(credentials);
      expect(token).toMatch(/^eyJ/);
      expect(await signIn(credentials)).toBe(token);
      expect(asked()).toBe(1);
      credentials.forget();
      await signIn(credentials);
      await signIn(credentials);
      expect([asked(), requests()]).toEqual([2, 0]);
    },
  );

  it('that is not assigned is told as such', async () => {
    const clientId = '00000000-0000-4000-8000-000000000000';
    const credentials = new GraphCredentials(
      { ...test.tenant, clientId, credential: identity('userAssigned') },
      test.clock,
    );
    expect(await problemOf(signIn(credentials))).toMatchObject({
      code: 'credential-refused',
      message: expect.stringContaining('managed identity'),
      action: expect.stringContaining('`userAssigned`'),
    });
  });
});
