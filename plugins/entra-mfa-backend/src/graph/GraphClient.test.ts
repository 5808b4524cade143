import { ensureCertificate } from 'entra-simulator';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trustCertificate } from '../__testUtils__/trustCertificate';
import { peopleCount } from '../collectors/peopleCount';
import type { Collector } from '../collectors/types';
import { users } from '../collectors/users';
import { ForeignAddressError } from './errors';
import { GraphClient } from './GraphClient';

/** What the simulator does not do: it neither redirects nor keeps the headers it was sent. */
describe('GraphClient', () => {
  const requests: IncomingMessage[] = [];
  let server: Server;
  let distrust: () => void;
  let root: string;
  let answer: {
    status: number;
    headers?: Record<string, string>;
    body?: string;
  };

  // A server for each test: a connection that is kept alive would stay trusted.
  beforeEach(async () => {
    requests.length = 0;
    answer = { status: 200 };
    const certificate = await ensureCertificate(
      join(tmpdir(), 'entra-simulator'),
    );
    distrust = trustCertificate(certificate.certificate);
    server = createServer(
      { cert: certificate.certificate, key: certificate.key },
      (request, response) => {
        requests.push(request);
        response
          .writeHead(answer.status, answer.headers)
          .end(answer.body ?? '{"value":[]}');
      },
    );
    await new Promise<void>(resolve => {
      server.listen(0, 'localhost', resolve);
    });
    root = `https://localhost:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    distrust();
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  const get = (link: string | null = null, collector: Collector = users) =>
    new GraphClient(
      root,
      { token: async () => 'the-token' },
      { now: () => new Date(), sleep: async () => {} },
    ).page({
      collector,
      link,
      signal: new AbortController().signal,
      renewToken: false,
    });

  it('sends every header with every page, and each request under an id of its own', async () => {
    const collector = { ...users, headers: { ConsistencyLevel: 'eventual' } };
    await get(null, collector);
    await get(`${root}/v1.0/users?$skiptoken=2`, collector);

    for (const { headers } of requests) {
      expect(headers).toMatchObject({
        authorization: 'Bearer the-token',
        prefer: 'include-unknown-enum-members',
        'x-ms-throttle-priority': 'Low',
        consistencylevel: 'eventual',
        'client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    }
    const ids = requests.map(({ headers }) => headers['client-request-id']);
    expect(new Set(ids).size).toBe(2);
  });

  it.each([
    ['20000', 20_000],
    ['\uFEFF12\r\n', 12],
    ['0', 0],
  ])('reads the number %j of a count as plain text', async (body, count) => {
    answer = { status: 200, body };
    expect(await get(null, peopleCount)).toEqual({
      rows: [count],
      nextLink: null,
    });
    expect(requests[0].url).toBe('/v1.0/users/$count');
    expect(requests[0].headers).toMatchObject({
      accept: 'text/plain',
      consistencylevel: 'eventual',
    });
  });

  it.each(['', 'many', '-1', '1.5', '{"value":[]}'])(
    'takes %j for no number',
    async body => {
      answer = { status: 200, body };
      await expect(get(null, peopleCount)).rejects.toMatchObject({
        reason: 'not-json',
      });
    },
  );

  it('asks for the first page as the collector says', async () => {
    await get();
    expect(requests[0].url).toBe(
      `/v1.0/users?$select=${users.query.$select}&$top=999`,
    );
  });

  it('follows a link as it is, to the letter', async () => {
    const path =
      '/v1.0/users?z=1&$skiptoken=a%2Fb+c&$top=5&$select=id&$select=mail';
    await get(root + path);
    expect(requests[0].url).toBe(path);
  });

  it.each([
    ['another host', 'https://127.0.0.1:1/elsewhere'],
    ['the same host', '/elsewhere'],
    ['nowhere', 'https://'],
  ])('does not follow a redirect to %s', async (_, location) => {
    answer = { status: 302, headers: { location } };
    await expect(get()).rejects.toThrow(ForeignAddressError);
    expect(requests).toHaveLength(1);
  });

  it('gives Graph’s id of a failed request, or else its own', async () => {
    answer = { status: 500, headers: { 'request-id': 'of-graph' } };
    await expect(get()).rejects.toMatchObject({ requestIds: ['of-graph'] });
    answer = { status: 500 };
    await expect(get()).rejects.toMatchObject({
      requestIds: [expect.stringMatching(/^[0-9a-f-]{36}$/)],
    });
  });

  it('does not trust a certificate that nobody vouches for', async () => {
    distrust();
    await expect(get()).rejects.toMatchObject({ reason: 'certificate' });
    expect(requests).toHaveLength(0);
  });
});
