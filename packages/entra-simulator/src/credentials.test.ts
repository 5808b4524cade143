import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  X509Certificate,
} from 'node:crypto';
import { exportJWK, SignJWT, type JWTPayload } from 'jose';
import { makeAppCertificate } from './makeAppCertificate';
import { startSimulator, type Simulator } from './startSimulator';
import { ask, askForToken } from './__testUtils__/ask';

const issuer = 'https://kubernetes.example.com';
const subject = 'system:serviceaccount:portal:backstage';

async function makeCertificate(endsAt?: Date) {
  const { certificate: cert, privateKey: key } = await makeAppCertificate({
    endsAt,
  });
  const { raw } = new X509Certificate(cert);
  const hashed = (hash: string) =>
    createHash(hash).update(raw).digest('base64url');
  return {
    cert,
    key,
    header: { 'x5t#S256': hashed('sha256') },
    oldHeader: { x5t: hashed('sha1') },
  };
}

describe('credentials other than a secret', () => {
  let simulator: Simulator;
  let ours: Awaited<ReturnType<typeof makeCertificate>>;
  let other: typeof ours;
  const workload = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

  beforeAll(async () => {
    simulator = await startSimulator({ size: 10, frozenClock: true });
    ours = await makeCertificate();
    other = await makeCertificate();
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.stop());

  const now = () => Math.floor(Date.now() / 1000);

  /** The number of the refusal; 200 where there is a token. */
  async function present(assertion: string, type = 'jwt-bearer') {
    const { status, text } = await askForToken(simulator, {
      client_secret: '',
      client_assertion_type: `urn:ietf:params:oauth:client-assertion-type:${type}`,
      client_assertion: assertion,
    });
    return status === 200 ? 200 : JSON.parse(text).error_codes[0];
  }

  type Signed = {
    alg?: string;
    header?: object;
    key?: Parameters<SignJWT['sign']>[0] | string;
    claims?: JWTPayload;
  };

  async function signed({ alg = 'PS256', header, key, claims }: Signed) {
    return new SignJWT({
      iss: simulator.clientId,
      sub: simulator.clientId,
      aud: `${simulator.url}/${simulator.tenantId}/oauth2/v2.0/token`,
      jti: 'one',
      nbf: now(),
      exp: now() + 600,
      ...claims,
    })
      .setProtectedHeader({ ...header, alg })
      .sign(typeof key === 'string' ? createPrivateKey(key) : key!);
  }

  describe('an assertion that the application signed itself', () => {
    beforeEach(() =>
      simulator.application.change({ certificates: [ours.cert] }),
    );

    const byCertificate = (changes: Signed = {}) =>
      signed({ header: ours.header, key: ours.key, ...changes });

    it.each(['RS256', 'PS256'])('is taken with %s', async alg => {
      expect(await present(await byCertificate({ alg }))).toBe(200);
      const header = ours.oldHeader;
      expect(await present(await byCertificate({ alg, header }))).toBe(200);
    });

    it('is taken again, as MSAL keeps it for ten minutes', async () => {
      const assertion = await byCertificate();
      expect(await present(assertion)).toBe(200);
      expect(await present(assertion)).toBe(200);
    });

    it.each<[string, number, () => Signed]>([
      ['of another key', 700027, () => ({ key: other.key })],
      [
        'of a certificate that is not uploaded',
        700027,
        () => ({ key: other.key, header: other.header }),
      ],
      [
        'for another application',
        700021,
        () => ({ claims: { sub: simulator.tenantId } }),
      ],
      [
        'of another application',
        700021,
        () => ({ claims: { iss: simulator.tenantId } }),
      ],
      [
        'for somebody else',
        700023,
        () => ({ claims: { aud: 'https://graph.microsoft.com' } }),
      ],
      ['that has ended', 700024, () => ({ claims: { exp: now() - 400 } })],
      ['that never ends', 700024, () => ({ claims: { exp: undefined } })],
      ['of the future', 700024, () => ({ claims: { nbf: now() + 400 } })],
      ['without an id', 50027, () => ({ claims: { jti: undefined } })],
      ['with another algorithm', 50027, () => ({ alg: 'RS512' })],
    ])('is refused where it is one %s', async (_, number, changes) => {
      expect(await present(await byCertificate(changes()))).toBe(number);
    });

    it('is refused where it is none, or presented as something else', async () => {
      expect(await present('nonsense')).toBe(50027);
      expect(await present(await byCertificate(), 'saml2-bearer')).toBe(50027);
    });

    it('is refused after the certificate has ended, and where none is uploaded', async () => {
      const ends = new Date(simulator.clock.now() + 3_600_000);
      const short = await makeCertificate(ends);
      simulator.application.change({ certificates: [short.cert] });
      const assertion = await byCertificate({
        key: short.key,
        header: short.header,
      });
      expect(await present(assertion)).toBe(200);
      simulator.clock.advance(7_200_000);
      expect(await present(assertion)).toBe(700027);
      simulator.clock.advance(-7_200_000);
      simulator.application.change({ certificates: [] });
      expect(await present(assertion)).toBe(700026);
    });
  });

  describe('an assertion of a workload', () => {
    beforeEach(async () => {
      const jwk = await exportJWK(workload.publicKey);
      simulator.application.change({
        federatedCredentials: [
          { issuer, subject, jwks: { keys: [{ ...jwk, kid: 'first' }] } },
        ],
      });
    });

    const ofWorkload = ({ claims, ...changes }: Signed = {}) =>
      signed({
        alg: 'RS256',
        header: { kid: 'first' },
        key: workload.privateKey,
        claims: {
          iss: issuer,
          sub: subject,
          aud: 'api://AzureADTokenExchange',
          jti: undefined,
          ...claims,
        },
        ...changes,
      });

    it('is taken', async () => {
      expect(await present(await ofWorkload())).toBe(200);
    });

    it.each<[string, number, Signed]>([
      ['of another issuer', 700211, { claims: { iss: `${issuer}/` } }],
      [
        'of another subject',
        700213,
        { claims: { sub: subject.toUpperCase() } },
      ],
      ['for another audience', 700212, { claims: { aud: 'api://other' } }],
      ['that has ended', 700024, { claims: { exp: now() - 400 } }],
      ['of another key', 7000272, { key: stranger.privateKey }],
      ['of an unknown key', 7000272, { header: { kid: 'second' } }],
      ['with another algorithm', 7000272, { alg: 'RS512' }],
    ])('is refused where it is one %s', async (_, number, changes) => {
      expect(await present(await ofWorkload(changes))).toBe(number);
    });

    it('is refused where the application is federated with nobody', async () => {
      simulator.application.change({ federatedCredentials: [] });
      expect(await present(await ofWorkload())).toBe(70021);
    });
  });

  it('refuses a secret that has expired by the tenant’s clock, and a wrong one as wrong', async () => {
    const ends = new Date(simulator.clock.now() + 3_600_000).toISOString();
    simulator.application.change({ clientSecretEnds: ends });
    expect((await askForToken(simulator)).status).toBe(200);
    simulator.clock.advance(7_200_000);
    const refused = async (changes = {}) =>
      JSON.parse((await askForToken(simulator, changes)).text).error_codes;
    expect(await refused()).toEqual([7000222]);
    expect(await refused({ client_secret: 'x' })).toEqual([7000215]);
    simulator.clock.advance(-7_200_000);
  });

  it('gives a user-assigned identity a token by its client id alone', async () => {
    const statusOf = async (clientId: string) => {
      const url = `${simulator.msiUrl}?api-version=2019-08-01&resource=https://localhost&client_id=${clientId}`;
      const headers = { 'X-IDENTITY-HEADER': simulator.identityHeader };
      return (await fetch(url, { headers })).status;
    };
    expect(await statusOf(simulator.clientId)).toBe(200);
    expect(await statusOf(simulator.tenantId)).toBe(400);
  });

  it('takes a permission away through the control API, for tokens from then on', async () => {
    const control = (body: unknown) =>
      ask(simulator, '/control/application', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const statusOfUsers = async (token: string) =>
      (
        await ask(simulator, '/v1.0/users', {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    const tokenOf = async () =>
      JSON.parse((await askForToken(simulator)).text).access_token;
    const before = await tokenOf();
    expect((await control({ permissions: ['AuditLog.Read.All'] })).status).toBe(
      200,
    );
    expect(await statusOfUsers(before)).toBe(200);
    expect(await statusOfUsers(await tokenOf())).toBe(403);
    expect((await control({ certificates: ['none'] })).status).toBe(400);
    simulator.reset();
    expect(await statusOfUsers(await tokenOf())).toBe(200);
  });
});
