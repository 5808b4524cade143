import { ensureCertificate } from 'entra-simulator';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trustCertificate } from '../__testUtils__/trustCertificate';
import { SignInNetwork } from './SignInNetwork';

/** What the simulator does not do: it neither redirects nor answers with odd bodies. */
describe('SignInNetwork', () => {
  const origins = new Set<string>();
  const network = new SignInNetwork({ now: () => new Date() }, origins);
  const paths: (string | undefined)[] = [];
  let answer: {
    status: number;
    headers?: Record<string, string>;
    body: string;
  };
  let distrust: () => void;
  let server: Server;
  let root: string;

  beforeAll(async () => {
    const { certificate, key } = await ensureCertificate(
      join(tmpdir(), 'entra-simulator'),
    );
    distrust = trustCertificate(certificate);
    server = createServer({ cert: certificate, key }, (request, response) => {
      paths.push(request.url);
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    await new Promise<void>(resolve => {
      server.listen(0, 'localhost', resolve);
    });
    root = `https://localhost:${(server.address() as AddressInfo).port}`;
    origins.add(root);
  });

  beforeEach(() => {
    paths.length = 0;
    network.begin();
  });

  afterAll(async () => {
    distrust();
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  const post = () =>
    network.sendPostRequestAsync(`${root}/token`, { body: 'client_secret=s' });

  it('takes the secret nowhere else', async () => {
    answer = { status: 307, headers: { location: '/elsewhere' }, body: '{}' };
    const { host } = new URL(root);
    await expect(post()).rejects.toMatchObject({ host });
    expect(network.trace).toMatchObject({
      connection: null,
      foreign: { host },
    });
    expect(paths).toEqual(['/token']);
  });

  it('keeps the number of a refusal and how long to wait, and nothing else', async () => {
    answer = {
      status: 429,
      headers: { 'retry-after': '7' },
      body: JSON.stringify({
        error: 'temporarily_unavailable',
        error_description: 'AADSTS90055: ada@contoso.com',
        error_codes: [90055],
      }),
    };
    expect(await post()).toMatchObject({ status: 429 });
    expect(network.trace).toEqual({
      connection: null,
      foreign: null,
      number: 90055,
      retryAfterMs: 7_000,
    });
  });

  it.each(['<html>', '"text"', 'null', ''])(
    'takes %j for no answer of Microsoft Entra',
    async body => {
      answer = { status: 200, body };
      await expect(post()).rejects.toMatchObject({ reason: 'not-json' });
      expect(network.trace.connection?.reason).toBe('not-json');
    },
  );
});
