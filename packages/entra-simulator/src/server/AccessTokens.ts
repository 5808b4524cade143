import { randomBytes, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT, decodeJwt, errors } from 'jose';
import type { SimulatedClock } from '../clock';
import { graphErrors } from './GraphError';

/** How long an access token lives, in seconds. */
export const tokenLifetime = 3599;
const managedIdentityTokenLifetime = 86_400;

/** Issues and checks the access tokens of one simulated tenant. */
export class AccessTokens {
  readonly #key = randomBytes(32);
  readonly #clock: SimulatedClock;
  readonly #tenantId: string;

  constructor(clock: SimulatedClock, tenantId: string) {
    this.#clock = clock;
    this.#tenantId = tenantId;
  }

  /** A token of the client credentials flow; it expires by the tenant's clock. */
  issue(options: {
    audience: string;
    clientId: string;
    roles: readonly string[];
  }): Promise<string> {
    return this.#sign(options, this.#clock.elapsed(), tokenLifetime, 'app');
  }

  /**
   * A token of a managed identity; it expires by real time. Its clients keep it for as long as it
   * says and never ask twice, so it must outlive a clock that is advanced by days.
   */
  issueForManagedIdentity(options: {
    audience: string;
    clientId: string;
    roles: readonly string[];
  }): Promise<{ token: string; expiresIn: number }> {
    return this.#sign(
      options,
      Date.now(),
      managedIdentityTokenLifetime,
      'managedIdentity',
    ).then(token => ({ token, expiresIn: managedIdentityTokenLifetime }));
  }

  #sign(
    options: { audience: string; clientId: string; roles: readonly string[] },
    issuedAt: number,
    lifetime: number,
    kind: 'app' | 'managedIdentity',
  ): Promise<string> {
    const seconds = Math.floor(issuedAt / 1000);
    return new SignJWT({
      appid: options.clientId,
      idtyp: 'app',
      roles: [...options.roles],
      tid: this.#tenantId,
      clock: kind === 'app' ? 'tenant' : 'real',
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setAudience(options.audience)
      .setIssuer(`https://sts.windows.net/${this.#tenantId}/`)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lifetime)
      .setJti(randomUUID())
      .sign(this.#key);
  }

  /** The application roles that a request's token carries; throws Graph's 401 when it does not hold. */
  async check(authorization: string | undefined): Promise<readonly string[]> {
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
    if (!token) {
      throw graphErrors.invalidToken('Access token is empty.');
    }
    try {
      const { clock } = decodeJwt(token);
      const { payload } = await jwtVerify(token, this.#key, {
        issuer: `https://sts.windows.net/${this.#tenantId}/`,
        currentDate: new Date(
          clock === 'real' ? Date.now() : this.#clock.elapsed(),
        ),
      });
      return Array.isArray(payload.roles) ? payload.roles.map(String) : [];
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
