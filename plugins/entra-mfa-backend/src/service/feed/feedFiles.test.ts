import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const command = resolve(__dirname, '../../../bin/entra-mfa-feed.cjs');
const token = 'the token of the warehouse';

/** A portal that answers as it is told. */
let answer: (response: ServerResponse) => void;
let asked: IncomingMessage[];
let server: Server;
let directory: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    answer(response);
  });
  await new Promise<void>(listening => {
    server.listen(0, '127.0.0.1', listening);
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  directory = mkdtempSync(join(tmpdir(), 'feed-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const portal = () =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function run(
  args: string[] = [],
  { to = portal(), secret = token as string | null } = {},
): Promise<{ code: number; says: string }> {
  return new Promise(ended => {
    execFile(
      process.execPath,
      [command, '--portal', to, '--directory', directory, ...args],
      {
        env: secret === null ? {} : { ENTRA_MFA_FEED_TOKEN: secret },
      },
      (error, stdout, stderr) => {
        const says = `${stdout}${stderr}`;
        expect(says).not.toContain(token);
        ended({ code: error ? Number(error.code) : 0, says });
      },
    );
  });
}

const tells = (next: number, text: string) => (response: ServerResponse) =>
  response.writeHead(200, { 'Entra-Mfa-Next-Since': String(next) }).end(text);
const files = () => readdirSync(directory).sort();
const textOf = (file: string) => readFileSync(join(directory, file), 'utf8');

it('writes what changed since the last time, and nothing where nothing did', async () => {
  answer = tells(3, '{"a":1}\n{"a":2}\n');
  expect(await run(['--names', '--tenant', 't1'])).toEqual({
    code: 0,
    says: expect.stringContaining('2 lines, up to snapshot 3'),
  });
  answer = tells(5, '{"a":3}\n');
  await run(['--names', '--tenant', 't1']);
  answer = tells(5, '');
  expect((await run(['--names', '--tenant', 't1'])).says).toContain(
    'nothing new up to snapshot 5',
  );
  expect(files()).toEqual([
    'user-inventory.t1.names.0-3.ndjson',
    'user-inventory.t1.names.3-5.ndjson',
    'user-inventory.t1.names.since',
  ]);
  expect(textOf('user-inventory.t1.names.0-3.ndjson')).toBe(
    '{"a":1}\n{"a":2}\n',
  );
  expect(asked.map(({ url }) => url)).toEqual(
    ['', 'since=3&', 'since=5&'].map(
      since =>
        `/api/entra-mfa/v1/feed/user-inventory?${since}tenant=t1&names=true`,
    ),
  );
  expect(asked[0].headers.authorization).toBe(`Bearer ${token}`);
  // Another feed has told nothing yet, and one that begins anew neither.
  answer = tells(5, '{"b":1}\n');
  await run(['--class', 'account-change']);
  await run(['--names', '--tenant', 't1', '--restart']);
  expect(asked.slice(3).map(({ url }) => url)).toEqual([
    '/api/entra-mfa/v1/feed/account-change',
    '/api/entra-mfa/v1/feed/user-inventory?tenant=t1&names=true',
  ]);
});

it.each<[string, (response: ServerResponse) => void]>([
  [
    'in the middle of a line',
    response => {
      response
        .writeHead(200, { 'Entra-Mfa-Next-Since': '4' })
        .write('{"a":1}\n{"a', () => response.destroy());
    },
  ],
  [
    'between two lines',
    response => {
      response
        .writeHead(200, { 'Entra-Mfa-Next-Since': '4' })
        .write('{"a":1}\n', () => response.destroy());
    },
  ],
  ['before the end of its last line', tells(4, '{"a":1}\n{"a"')],
])('keeps nothing of an answer that is cut off %s', async (_, cutOff) => {
  writeFileSync(join(directory, 'user-inventory.since'), '3\n');
  answer = cutOff;
  const { code, says } = await run();
  expect([code, says]).toEqual([1, expect.stringContaining('was cut off')]);
  expect(files()).toEqual(['user-inventory.since']);
  expect(textOf('user-inventory.since')).toBe('3\n');
});

it.each<[string, () => Promise<{ code: number; says: string }>, string]>([
  ['no token', () => run([], { secret: null }), 'ENTRA_MFA_FEED_TOKEN'],
  ['no address', () => run([], { to: 'portal' }), '--portal is no address'],
  [
    'a portal that is not there',
    () => run([], { to: 'http://127.0.0.1:1' }),
    'was not reached',
  ],
  ['an option that there is not', () => run(['--since', '3']), 'Usage:'],
  ['a class that is a path', () => run(['--class', '../runs']), '--class'],
  [
    'a refusal',
    () => {
      answer = response =>
        response
          .writeHead(403, { 'Content-Type': 'application/json' })
          .end('{"error":{"message":"Needs entra-mfa.people.read"}}');
      return run();
    },
    'refused user-inventory (403): Needs entra-mfa.people.read',
  ],
  [
    'a page in place of a feed',
    () => {
      answer = response => response.writeHead(200).end('<html>');
      return run();
    },
    'something else than a feed',
  ],
  [
    'a state that is no number',
    () => {
      writeFileSync(join(directory, 'user-inventory.since'), 'three');
      return run();
    },
    'should be a number',
  ],
])(
  'says what to do about %s, and writes nothing',
  async (_, attempt, should) => {
    const { code, says } = await attempt();
    expect([code, says]).toEqual([1, expect.stringContaining(should)]);
    expect(existsSync(directory) ? files() : []).toEqual(
      should === 'should be a number' ? ['user-inventory.since'] : [],
    );
  },
);
