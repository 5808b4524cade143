import { randomBytes, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT, decodeJwt, errors, type JWTPayload } from 'jose';
import type { SimulatedClock } from '../clock';
import { graphErrors } from './GraphError';
import type { SignedInPerson } from './Grants';

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

/** An application that asks in somebody's name. */
type DelegatedSubject = {
  audience: string;
  clientId: string;
  scopes: readonly string[];
};

/** Who asks Graph, and what they may. */
export type Bearer = {
  tenantId: string;
  /** Of the application, or the scopes in which it acts for a person. */
  permissions: readonly string[];
  /** The person for whom it acts; null for the application itself. */
  person: { role: string | null } | null;
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

  /** A token in the name of a person: it carries scopes, and the person's role. */
  issueFor(
    person: SignedInPerson,
    { audience, clientId, scopes }: DelegatedSubject,
  ): Promise<string> {
    const { tenantId } = person;
    return this.#signClaims(
      {
        appid: clientId,
        idtyp: 'user',
        scp: scopes.join(' '),
        oid: person.id,
        upn: person.userPrincipalName,
        role: person.role,
        tid: tenantId,
        clock: 'tenant',
      },
      { audience, issuer: issuerOf(tenantId) },
      this.#clock.elapsed(),
      tokenLifetime,
    );
  }

  /** Who signed in, for the application. Its signature is of no key that is published: MSAL looks at its claims. */
  issueIdToken(
    person: SignedInPerson,
    about: { clientId: string; issuer: string; nonce: string | undefined },
  ): Promise<string> {
    return this.#signClaims(
      {
        name: person.displayName,
        oid: person.id,
        preferred_username: person.userPrincipalName,
        sub: `subject.${person.id}`,
        tid: person.tenantId,
        ver: '2.0',
        ...(about.nonce !== undefined && { nonce: about.nonce }),
      },
      { audience: about.clientId, issuer: about.issuer },
      this.#clock.elapsed(),
      tokenLifetime,
    );
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
    return this.#signClaims(
      {
        appid: clientId,
        idtyp: 'app',
        roles: [...roles],
        tid: tenantId,
        clock: kind === 'app' ? 'tenant' : 'real',
      },
      { audience, issuer: issuerOf(tenantId) },
      issuedAt,
      lifetime,
    );
  }

  #signClaims(
    claims: JWTPayload,
    { audience, issuer }: { audience: string; issuer: string },
    issuedAt: number,
    lifetime: number,
  ): Promise<string> {
    const seconds = Math.floor(issuedAt / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setAudience(audience)
      .setIssuer(issuer)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lifetime)
      .setJti(randomUUID())
      .sign(this.#key);
  }

  /** What a request's token allows; throws Graph's 401 when it does not hold. */
  async check(authorization: string | undefined): Promise<Bearer> {
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
      const { roles, scp, role } = payload;
      if (scp !== undefined) {
        return {
          tenantId,
          permissions: String(scp).split(' '),
          person: { role: role === null ? null : String(role) },
        };
      }
      return {
        tenantId,
        permissions: Array.isArray(roles) ? roles.map(String) : [],
        person: null,
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
