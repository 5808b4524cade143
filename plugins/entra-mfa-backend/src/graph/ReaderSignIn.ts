import {
  CryptoProvider,
  type ConfidentialClientApplication,
} from '@azure/msal-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { ConnectConfig } from '../config/types';
import { ConfidentialApplications } from '../credentials/ConfidentialApplications';
import { CredentialFileError } from '../credentials/CredentialFileError';
import { readerCacheOf } from '../credentials/readerCache';
import { signInOrigins } from './signInOrigins';
import { SignInNetwork } from './SignInNetwork';
import { toSignInError } from './toSignInError';

/** Where the answer goes, and what is asked for. */
export interface ReaderRequest {
  scopes: string[];
  redirectUri: string;
}

/** Has somebody sign in to a tenant on Microsoft's page, and takes what they let this portal do. OAuth with PKCE. */
export class ReaderSignIn {
  readonly #network: SignInNetwork;
  readonly #applications: ConfidentialApplications;

  constructor(
    connect: ConnectConfig,
    private readonly tenantId: string,
    clock: Pick<EntraMfaClock, 'now'>,
  ) {
    const authority = `${connect.signInAddress}/${tenantId}`;
    this.#network = new SignInNetwork(clock, signInOrigins(authority));
    this.#applications = new ConfidentialApplications(
      { ...connect, authority },
      clock,
      this.#network,
    );
  }

  /**
   * The address on which somebody signs in, and the verifier without which its answer is worth nothing.
   *
   * @throws SignInError or CredentialFileError
   */
  async begin(
    request: ReaderRequest & { state: string },
  ): Promise<{ url: string; verifier: string }> {
    const { verifier, challenge } =
      await new CryptoProvider().generatePkceCodes();
    const url = await this.#ask(application =>
      application.getAuthCodeUrl({
        ...request,
        codeChallenge: challenge,
        codeChallengeMethod: 'S256',
        prompt: 'select_account',
      }),
    );
    return { url, verifier };
  }

  /**
   * What a code is worth: what MSAL keeps of the account, with its refresh token. Null where the account is none of
   * the tenant.
   *
   * @throws SignInError or CredentialFileError
   */
  async redeem(
    request: ReaderRequest & { code: string; codeVerifier: string },
  ): Promise<string | null> {
    return this.#ask(async application => {
      const { account } = await application.acquireTokenByCode(request);
      return account?.tenantId.toLowerCase() === this.tenantId
        ? readerCacheOf(application)
        : null;
    });
  }

  async #ask<Answer>(
    ask: (application: ConfidentialClientApplication) => Promise<Answer>,
  ): Promise<Answer> {
    this.#network.begin();
    try {
      return await ask(await this.#applications.another());
    } catch (error) {
      if (error instanceof CredentialFileError) {
        throw error;
      }
      throw toSignInError(error, this.#network.trace, 'reader');
    }
  }
}
