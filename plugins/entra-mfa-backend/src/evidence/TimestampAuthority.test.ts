import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openTimestamp } from '@entra-mfa/evidence';
import { isSafeAddress } from '../config/isSafeAddress';
import { silentLogger } from '../__testUtils__/silentLogger';
import { TimestampAuthority } from './TimestampAuthority';

const bytes = Buffer.from('{"manifest":1}');

/** An authority of openssl, over HTTP. */
class Authority {
  readonly folder = mkdtempSync(join(tmpdir(), 'authority-'));
  /** What it answers in place of a time stamp. */
  answer: ((path: string) => { status: number; body: Buffer } | null) | null =
    null;
  readonly types: (string | undefined)[] = [];
  readonly #server: Server;

  constructor() {
    writeFileSync(join(this.folder, 'serial'), '01\n');
    writeFileSync(
      join(this.folder, 'tsa.cnf'),
      `[req]
distinguished_name = name
[name]
[stamps]
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = one
[one]
serial = ${join(this.folder, 'serial')}
signer_cert = ${join(this.folder, 'tsa.pem')}
signer_key = ${join(this.folder, 'tsa.key')}
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
`,
    );
    this.run(
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt'],
      ...['ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=Stamps'],
      ...['-config', 'tsa.cnf', '-extensions', 'stamps'],
      ...['-keyout', 'tsa.key', '-out', 'tsa.pem'],
    );
    this.#server = createServer(async (request, response) => {
      const asked = await buffer(request);
      this.types.push(request.headers['content-type']);
      const other = this.answer?.(request.url ?? '');
      if (other === null) return;
      if (other) {
        response.writeHead(other.status).end(other.body);
        return;
      }
      response
        .setHeader('Content-Type', 'application/timestamp-reply')
        .end(this.reply(asked));
    });
  }

  async start() {
    await new Promise<void>(done => {
      this.#server.listen(0, '127.0.0.1', done);
    });
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  reply(asked: Buffer): Buffer {
    writeFileSync(join(this.folder, 'asked.tsq'), asked);
    this.run(
      ...['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'asked.tsq'],
      ...['-out', 'reply.tsr'],
    );
    return readFileSync(join(this.folder, 'reply.tsr'));
  }

  run(...options: string[]) {
    const { status, stdout, stderr } = spawnSync('openssl', options, {
      cwd: this.folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
    rmSync(this.folder, { recursive: true });
  }
}

const authority = new Authority();
beforeAll(() => authority.start());
afterAll(() => authority.stop());
afterEach(() => {
  authority.answer = null;
});

const warnings: string[] = [];
const logger = {
  ...silentLogger,
  warn: (message: string) => warnings.push(message),
} as unknown as typeof silentLogger;
const asked = (url = authority.url, patienceMs = 5_000) =>
  new TimestampAuthority({ url, logger }, patienceMs);

it('gets a time stamp that openssl verifies', async () => {
  const reply = (await asked().stamp(bytes))!;
  expect(authority.types).toEqual(['application/timestamp-query']);
  expect(
    Math.abs(openTimestamp(reply, bytes).getTime() - Date.now()),
  ).toBeLessThan(60_000);
  writeFileSync(join(authority.folder, 'kept.tsr'), reply);
  writeFileSync(join(authority.folder, 'manifest'), bytes);
  authority.run(
    ...['ts', '-verify', '-data', 'manifest', '-in', 'kept.tsr'],
    ...['-CAfile', 'tsa.pem'],
  );
  expect(() => openTimestamp(reply, Buffer.from('other'))).toThrow(
    'of something else',
  );
  expect(warnings).toEqual([]);
});

it.each<[string, NonNullable<Authority['answer']>, string]>([
  ['is out of order', () => ({ status: 503, body: bytes }), 'it answered 503'],
  [
    'answers something else',
    () => ({ status: 200, body: Buffer.from('canary-7f3a') }),
    'no answer of a time stamp authority',
  ],
  [
    'refuses',
    () => ({ status: 200, body: Buffer.from('30053003020102', 'hex') }),
    'refused',
  ],
  [
    'answers without end',
    () => ({ status: 200, body: Buffer.alloc(200_000) }),
    'too large',
  ],
  ['does not answer', () => null, 'did not answer in time'],
])(
  'goes without where the authority %s, and says why',
  async (_, answer, why) => {
    warnings.length = 0;
    authority.answer = answer;
    expect(await asked(authority.url, 300).stamp(bytes)).toBeNull();
    expect(warnings).toEqual([expect.stringContaining(why)]);
    expect(warnings[0]).toContain('entraMfa.evidence.timestampAuthority');
    expect(warnings[0]).not.toContain('canary');
  },
);

it('goes without where there is none, or the stamp is of something else', async () => {
  warnings.length = 0;
  const gone = new Authority();
  await gone.start();
  const { url } = gone;
  gone.stop();
  expect(await asked(url).stamp(bytes)).toBeNull();
  const other = (await asked().stamp(Buffer.from('other')))!;
  authority.answer = () => ({ status: 200, body: Buffer.from(other) });
  expect(await asked().stamp(bytes)).toBeNull();
  expect(warnings).toEqual([
    expect.stringContaining('ECONNREFUSED'),
    expect.stringContaining('of something else'),
  ]);
});

it.each([
  ['https://stamps.example.com/tsr', true],
  ['http://localhost:3000', true],
  ['http://[::1]:3000', true],
  ['http://stamps.example.com', false],
  ['https://me:secret@stamps.example.com', false],
  ['http://localhost.example.com', false],
  ['stamps', false],
])('takes %s for safe: %s', (url, isSafe) => {
  expect(isSafeAddress(url)).toBe(isSafe);
});
