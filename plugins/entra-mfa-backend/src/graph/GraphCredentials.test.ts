import { ensureCertificate, type Certificate } from 'entra-simulator';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { startStranger, type Stranger } from '../__testUtils__/startStranger';
import { trustCertificate } from '../__testUtils__/trustCertificate';
import type { TenantConfig } from '../config/types';
import { explain } from './explain';
import { GraphCredentials } from './GraphCredentials';

const tenantId = '0a1b2c3d-0000-4000-8000-000000000001';
const clientId = '0a1b2c3d-0000-4000-8000-000000000009';
const clientSecret = 'the-client-secret';
const discovery = `/${tenantId}/v2.0/.well-known/openid-configuration`;
const tokenPath = `/${tenantId}/oauth2/v2.0/token`;

/** MSAL itself, at an authority that tells it to take the secret somewhere else. */
describe('GraphCredentials', () => {
  let identity: Certificate;
  let distrust: () => void;
  let stranger: Stranger;
  let server: Server;
  let authority: string;
  let tokenEndpoint: string;
  let redirect: { status: number; path: string } | null;
  const paths: string[] = [];

  beforeAll(async () => {
    identity = await ensureCertificate(join(tmpdir(), 'entra-simulator'));
    distrust = trustCertificate(identity.certificate);
    const { certificate, key } = identity;
    server = createServer({ cert: certificate, key }, (request, response) => {
      const path = request.url!.split('?')[0]!;
      paths.push(path);
      if (redirect?.path === path) {
        const location = `${stranger.url}${path}`;
        response.writeHead(redirect.status, { location }).end();
        return;
      }
      response.end(
        JSON.stringify(
          path === tokenPath
            ? { access_token: 'given', token_type: 'Bearer', expires_in: 3600 }
            : {
                issuer: `${authority}/v2.0`,
                authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
                token_endpoint: tokenEndpoint,
                jwks_uri: `${authority}/discovery/v2.0/keys`,
              },
        ),
      );
    });
    await new Promise<void>(resolve => {
      server.listen(0, 'localhost', resolve);
    });
    const { port } = server.address() as AddressInfo;
    authority = `https://localhost:${port}/${tenantId}`;
  });

  beforeEach(async () => {
    stranger = await startStranger(identity);
    tokenEndpoint = `${authority}/oauth2/v2.0/token`;
    redirect = null;
    paths.length = 0;
  });

  afterEach(() => stranger.stop());

  afterAll(async () => {
    distrust();
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  function signIn() {
    const tenant: TenantConfig = {
      tenantId,
      clientId,
      credential: { kind: 'secret', clientSecret, endsAt: null },
      cloud: 'global',
      ownTelephonyProvider: false,
      authority,
      knownAuthority: false,
      graphRoot: 'https://graph.microsoft.com',
    };
    const credentials = new GraphCredentials(tenant, { now: () => new Date() });
    return credentials.token(AbortSignal.timeout(20_000));
  }

  /** What a reader is told; nobody may find the secret in it, and nothing went to the stranger. */
  async function refusal() {
    const failure: unknown = await signIn().catch(error => error);
    const told = explain(failure, { tenantId, clientId, collector: null });
    expect(stranger.received).toEqual([]);
    const trace = inspect([failure, told], { depth: null, showHidden: true });
    expect(trace).not.toContain(clientSecret);
    expect(told.problem).toMatchObject({
      code: 'foreign-address',
      message: expect.stringContaining(
        `led away, to ${new URL(stranger.url).host}.`,
      ),
      action: expect.stringContaining('`authority`'),
    });
  }

  it('signs in where the authority says, at its own origin', async () => {
    expect(await signIn()).toBe('given');
    expect(paths).toEqual([discovery, tokenPath]);
  });

  it.each([301, 302, 307, 308])(
    'sends the secret nowhere else on a %i of the token endpoint',
    async status => {
      redirect = { status, path: tokenPath };
      await refusal();
      expect(paths).toEqual([discovery, tokenPath]);
    },
  );

  it('sends the secret to no token endpoint of another origin', async () => {
    tokenEndpoint = `${stranger.url}${tokenPath}`;
    await refusal();
    expect(paths).toEqual([discovery]);
  });

  it('does not take the word of another origin for where to sign in', async () => {
    redirect = { status: 307, path: discovery };
    await refusal();
    expect(paths).not.toContain(tokenPath);
  });
});
