import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { mockServices } from '@backstage/backend-test-utils';
import { CheckpointOutlets } from './CheckpointOutlets';

const tenantId = '0a1b2c3d-0000-4000-8000-000000000001';
const checkpoint = (size: number) => ({
  ...{ tenantId, size },
  note: `portal/entra-mfa/${tenantId}\n${size}\nroot\n\n— portal signed\n`,
});

describe('a checkpoint', () => {
  let directory: string;
  let server: Server;
  let status: number;
  const posted: string[] = [];

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'checkpoints-'));
    status = 204;
    posted.length = 0;
    server = createServer(async (request, response) => {
      posted.push(
        `${request.method} ${request.headers['content-type']} ${await text(
          request,
        )}`,
      );
      response.writeHead(status, { Location: '/elsewhere' }).end('Secret');
    }).listen(0, 'localhost');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.close();
    rmSync(directory, { recursive: true });
  });

  const outlets = (options: { directory?: string; url?: string } = {}) => {
    const logger = mockServices.logger.mock();
    const { port } = server.address() as AddressInfo;
    const url = `http://localhost:${port}/checkpoints`;
    return {
      warned: () => logger.warn.mock.calls.map(([message]) => message),
      outlets: new CheckpointOutlets({ directory, url, logger, ...options }),
    };
  };
  const kept = (size: number) =>
    readFileSync(join(directory, tenantId, `${size}.txt`), 'utf8');

  it('is a file, and is posted as it was signed', async () => {
    const { outlets: to, warned } = outlets();
    await to.send(checkpoint(7));
    await to.send(checkpoint(12));
    expect(readdirSync(join(directory, tenantId)).sort()).toEqual([
      '12.txt',
      '7.txt',
    ]);
    expect(kept(7)).toBe(checkpoint(7).note);
    expect(posted).toEqual(
      [7, 12].map(
        size => `POST text/plain; charset=utf-8 ${checkpoint(size).note}`,
      ),
    );
    expect(warned()).toEqual([]);
  });

  it('is never written over, and that is told', async () => {
    const { outlets: to, warned } = outlets();
    await to.send(checkpoint(7));
    await to.send({ ...checkpoint(7), note: 'another' });
    expect(kept(7)).toBe(checkpoint(7).note);
    expect(warned()).toEqual([
      expect.stringMatching(/checkpoints\.directory\): EEXIST\./),
    ]);
  });

  it.each([
    [500, 'it answered 500'],
    // Who is named gets it, and nobody whom they name.
    [302, /.+/],
  ])('that is answered with %i is kept all the same', async (code, why) => {
    status = code;
    const { outlets: to, warned } = outlets();
    await to.send(checkpoint(7));
    expect(kept(7)).toBe(checkpoint(7).note);
    expect(posted).toHaveLength(1);
    const [message] = warned();
    expect(message).toMatch(why);
    expect(message).toContain('checkpoints.url');
    expect(message).not.toContain('Secret');
  });

  it('is posted where no file can be written', async () => {
    const { outlets: to, warned } = outlets({
      directory: join(directory, 'no\0folder'),
    });
    await to.send(checkpoint(7));
    expect(posted).toHaveLength(1);
    expect(warned()).toHaveLength(1);
  });
});
