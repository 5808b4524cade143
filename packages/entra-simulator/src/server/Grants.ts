import { createHash, randomBytes } from 'node:crypto';
import { isSameId } from './isSameId';
import { signInErrors, type SignInError } from './signInErrors';

/** Microsoft's times: a code lasts ten minutes, a refresh token that nobody uses ninety days. */
const codeLifetime = 10 * 60_000;
const inactiveLifetime = 90 * 24 * 3_600_000;

/** Why refresh tokens ended: nobody used them for long, or somebody took them back. @public */
export type RefreshTokenEnd = 700082 | 50173;

/** The person who signed in. */
export type SignedInPerson = {
  id: string;
  tenantId: string;
  displayName: string;
  userPrincipalName: string;
  /** The directory role that counts where Graph asks for one. */
  role: string | null;
};

/** What somebody let an application do in their name. */
export type Grant = {
  clientId: string;
  person: SignedInPerson;
  /** As they were asked for, with those of OpenID. */
  scope: string;
  nonce: string | undefined;
};

type Code = {
  grant: Grant;
  redirectUri: string;
  challenge: string | undefined;
  endsAt: number;
  redeemed: boolean;
};

type RefreshToken = {
  grant: Grant;
  endsAt: number;
  ended: RefreshTokenEnd | null;
};

const secret = () => randomBytes(48).toString('base64url');

const hash = (verifier: string) =>
  createHash('sha256').update(verifier).digest('base64url');

/**
 * The codes and refresh tokens that are out. As at Microsoft, each use of a refresh token gives a new one and
 * leaves the old one as it is.
 *
 * @public
 */
export class Grants {
  readonly #codes = new Map<string, Code>();
  readonly #refreshTokens = new Map<string, RefreshToken>();
  readonly #elapsed: () => number;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** A code for whoever has its verifier, at that redirect URI. @internal */
  issueCode(
    grant: Grant,
    redirectUri: string,
    challenge: string | undefined,
  ): string {
    const code = secret();
    const endsAt = this.#elapsed() + codeLifetime;
    this.#codes.set(code, {
      grant,
      redirectUri,
      challenge,
      endsAt,
      redeemed: false,
    });
    return code;
  }

  /** What a code is worth: once, to the application that asked, at the same address. @internal */
  redeem(
    text: string,
    by: { clientId: string; redirectUri: string; verifier: string },
  ): Grant | SignInError {
    const code = this.#codes.get(text);
    if (!code || !isSameId(code.grant.clientId, by.clientId)) {
      return signInErrors.invalidGrant('authorization code');
    }
    if (code.redeemed) {
      return signInErrors.codeRedeemed();
    }
    if (code.endsAt <= this.#elapsed()) {
      return signInErrors.codeExpired();
    }
    if (code.redirectUri !== by.redirectUri) {
      return signInErrors.replyAddress();
    }
    if (code.challenge !== undefined && code.challenge !== hash(by.verifier)) {
      return signInErrors.codeVerifier();
    }
    code.redeemed = true;
    return code.grant;
  }

  /** A refresh token for what was granted. @internal */
  issueRefreshToken(grant: Grant): string {
    const token = `1.${secret()}${secret()}`;
    const endsAt = this.#elapsed() + inactiveLifetime;
    this.#refreshTokens.set(token, { grant, endsAt, ended: null });
    return token;
  }

  /** What a refresh token is worth now. @internal */
  refresh(text: string, by: { clientId: string }): Grant | SignInError {
    const token = this.#refreshTokens.get(text);
    if (!token || !isSameId(token.grant.clientId, by.clientId)) {
      return signInErrors.invalidGrant('refresh token');
    }
    const inactive = token.endsAt <= this.#elapsed() ? 700082 : null;
    const ended = token.ended ?? inactive;
    return ended === null ? token.grant : signInErrors.refreshTokenEnded(ended);
  }

  /** Ends the refresh tokens of a tenant's people; says how many there were. */
  end(tenantId: string, why: RefreshTokenEnd = 50173): number {
    const found = [...this.#refreshTokens.values()].filter(
      ({ grant, ended }) =>
        ended === null && isSameId(grant.person.tenantId, tenantId),
    );
    found.forEach(token => Object.assign(token, { ended: why }));
    return found.length;
  }

  /** Forgets all of them. */
  clear(): void {
    this.#codes.clear();
    this.#refreshTokens.clear();
  }
}
