import { randomBytes, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT, decodeJwt, errors } from 'jose';
import type { SimulatedClock } from '../clock';
import { graphErrors } from './GraphError';

/** How long an access token lives, in seconds. */
export const tokenLifetime = 3599;
const managedIdentityTokenLifetime = 86_400;

const issuerOf = (tenantId: string) => `https://sts.windows.net/${tenantId}/`;

/** Whom a token is for, where, and with what. */
type TokenSubject = {
  tenantId: string;
  audience: string;
  clientId: string;
  roles: readonly string[];
};

/** Issues and checks the access tokens of the simulated tenants. */
export class AccessTokens {
  readonly #key = randomBytes(32);
  readonly #clock: SimulatedClock;

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  /** A token of the client credentials flow; it expires by the tenant's clock. */
  issue(subject: TokenSubject): Promise<string> {
    return this.#sign(subject, this.#clock.elapsed(), tokenLifetime, 'app');
  }

  /**
   * A token of a managed identity; it expires by real time. Its clients keep it for as long as it
   * says and never ask twice, so it must outlive a clock that is advanced by days.
   */
  issueForManagedIdentity(
    subject: TokenSubject,
  ): Promise<{ token: string; expiresIn: number }> {
    return this.#sign(
      subject,
      Date.now(),
      managedIdentityTokenLifetime,
      'managedIdentity',
    ).then(token => ({ token, expiresIn: managedIdentityTokenLifetime }));
  }

  #sign(
    { tenantId, audience, clientId, roles }: TokenSubject,
    issuedAt: number,
    lifetime: number,
    kind: 'app' | 'managedIdentity',
  ): Promise<string> {
    const seconds = Math.floor(issuedAt / 1000);
    return new SignJWT({
      appid: clientId,
      idtyp: 'app',
      roles: [...roles],
      tid: tenantId,
      clock: kind === 'app' ? 'tenant' : 'real',
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setAudience(audience)
      .setIssuer(issuerOf(tenantId))
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lifetime)
      .setJti(randomUUID())
      .sign(this.#key);
  }

  /** The tenant and the application roles of a request's token; throws Graph's 401 when it does not hold. */
  async check(
    authorization: string | undefined,
  ): Promise<{ tenantId: string; roles: readonly string[] }> {
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
    if (!token) {
      throw graphErrors.invalidToken('Access token is empty.');
    }
    try {
      const { clock, tid } = decodeJwt(token);
      const tenantId = String(tid);
      const { payload } = await jwtVerify(token, this.#key, {
        issuer: issuerOf(tenantId),
        currentDate: new Date(
          clock === 'real' ? Date.now() : this.#clock.elapsed(),
        ),
      });
      const { roles } = payload;
      return {
        tenantId,
        roles: Array.isArray(roles) ? roles.map(String) : [],
      };
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        throw graphErrors.invalidToken(
          'Lifetime validation failed, the token is expired.',
        );
      }
      throw graphErrors.invalidToken(
        error instanceof errors.JOSEError
          ? `Access token validation failure. ${error.message}`
          : 'Access token validation failure.',
      );
    }
  }
}
