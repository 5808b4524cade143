import { ConfidentialClientApplication } from '@azure/msal-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { TenantConfig } from '../config/types';
import { SignInNetwork } from './SignInNetwork';
import { signInOrigins } from './signInOrigins';
import { toSignInError } from './toSignInError';
import { untilAborted } from './untilAborted';

const SIGN_IN_TIMEOUT_MS = 60_000;

/**
 * Signs in as the app registration of one tenant. Share one object for each tenant: MSAL keeps its
 * tokens in it, and Microsoft refuses clients that ask again and again (AADSTS50196).
 */
export class GraphCredentials {
  readonly #application: ConfidentialClientApplication;
  readonly #network: SignInNetwork;
  readonly #scope: string;

  constructor(tenant: TenantConfig, clock: Pick<EntraMfaClock, 'now'>) {
    this.#network = new SignInNetwork(clock, signInOrigins(tenant.authority));
    this.#scope = `${tenant.graphRoot}/.default`;
    this.#application = new ConfidentialClientApplication({
      auth: {
        clientId: tenant.clientId,
        clientSecret: tenant.clientSecret,
        authority: tenant.authority,
        knownAuthorities: tenant.knownAuthority
          ? []
          : [new URL(tenant.authority).host],
      },
      system: { networkClient: this.#network },
    });
  }

  /**
   * An access token for Graph, from memory while it is valid.
   *
   * @param options - `renew` asks for a new one, after Graph has refused the last
   * @throws SignInError
   */
  async token(
    signal: AbortSignal,
    options: { renew?: boolean } = {},
  ): Promise<string> {
    const timeout = AbortSignal.timeout(SIGN_IN_TIMEOUT_MS);
    this.#network.begin();
    try {
      const result = await untilAborted(
        this.#application.acquireTokenByClientCredential({
          scopes: [this.#scope],
          skipCache: options.renew ?? false,
        }),
        AbortSignal.any([signal, timeout]),
      );
      if (!result) {
        throw new Error('no token');
      }
      return result.accessToken;
    } catch (error) {
      signal.throwIfAborted();
      // MSAL answers from memory for a minute after a fault; how long to wait is decided elsewhere.
      this.forget();
      throw toSignInError(error, this.#network.trace);
    }
  }

  /** Forgets the token, so that the next one shows what was granted since. */
  forget(): void {
    this.#application.clearCache();
  }
}
