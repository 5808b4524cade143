import { ensureCertificate, type Certificate } from 'entra-simulator';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** A server that is not Microsoft's. It answers as a gateway does, with a page for people. */
export interface Stranger {
  url: string;
  /** Every request that it was sent, with its body. */
  received: string[];
  stop(): Promise<void>;
}

async function makeCertificate(): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'stranger-'));
  const certificate = await ensureCertificate(folder);
  await rm(folder, { recursive: true });
  return certificate;
}

/**
 * Starts one on this machine.
 *
 * @param identity - its certificate; without it, one that nobody vouches for
 */
export async function startStranger(identity?: Certificate): Promise<Stranger> {
  const { certificate, key } = identity ?? (await makeCertificate());
  const received: string[] = [];
  const server = createServer(
    { cert: certificate, key },
    async (request, response) => {
      const body = await text(request);
      received.push(`${request.method} ${request.url} ${body}`);
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<html>Sign in to the network first</html>');
    },
  );
  await new Promise<void>(resolve => {
    server.listen(0, 'localhost', resolve);
  });
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    received,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}
