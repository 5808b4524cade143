import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { CredentialConfig, TenantConfig } from '../config/types';
import { ConfidentialTokens } from '../credentials/ConfidentialTokens';
import { CredentialFileError } from '../credentials/CredentialFileError';
import { ManagedIdentityTokens } from '../credentials/ManagedIdentityTokens';
import { ReaderTokens } from '../credentials/ReaderTokens';
import { SealedSecretError } from '../credentials/SealedSecretError';
import { SealedSecretTokens } from '../credentials/SealedSecretTokens';
import type { Tokens } from '../credentials/Tokens';
import { SignInNetwork } from './SignInNetwork';
import { signInOrigins } from './signInOrigins';
import { toSignInError } from './toSignInError';
import { untilAborted } from './untilAborted';

const SIGN_IN_TIMEOUT_MS = 60_000;

function tokensOf(
  tenant: TenantConfig,
  credential: CredentialConfig,
  clock: Pick<EntraMfaClock, 'now'>,
  network: SignInNetwork,
): Tokens {
  switch (credential.kind) {
    case 'managed-identity':
      return new ManagedIdentityTokens(tenant, credential.assigned);
    case 'sealed-secret':
      return new SealedSecretTokens(tenant, credential.kept, clock, network);
    case 'reader':
      return new ReaderTokens({ ...tenant, credential }, clock, network);
    default:
      return new ConfidentialTokens({ ...tenant, credential }, clock, network);
  }
}

/**
 * Signs in as the app registration of one tenant. Share one object for each tenant: MSAL keeps its
 * tokens in it, and Microsoft refuses clients that ask again and again (AADSTS50196).
 */
export class GraphCredentials {
  readonly #network: SignInNetwork;
  readonly #tokens: Tokens;

  constructor(
    private readonly tenant: TenantConfig,
    clock: Pick<EntraMfaClock, 'now'>,
  ) {
    const { credential } = tenant;
    this.#network = new SignInNetwork(clock, signInOrigins(tenant.authority));
    this.#tokens = tokensOf(tenant, credential, clock, this.#network);
  }

  /**
   * An access token for Graph, from memory while it is valid.
   *
   * @param options - `renew` asks for a new one, after Graph has refused the last
   * @throws SignInError or CredentialFileError
   */
  async token(
    signal: AbortSignal,
    options: { renew?: boolean } = {},
  ): Promise<string> {
    const timeout = AbortSignal.timeout(SIGN_IN_TIMEOUT_MS);
    this.#network.begin();
    try {
      return await untilAborted(
        this.#tokens.acquire(options.renew ?? false),
        AbortSignal.any([signal, timeout]),
      );
    } catch (error) {
      signal.throwIfAborted();
      // MSAL answers from memory for a minute after a fault; how long to wait is decided elsewhere.
      this.forget();
      if (
        error instanceof CredentialFileError ||
        error instanceof SealedSecretError
      ) {
        throw error;
      }
      const { kind } = this.tenant.credential;
      throw toSignInError(error, this.#network.trace, kind);
    }
  }

  /** Forgets the token, so that the next one shows what was granted since. */
  forget(): void {
    this.#tokens.forget();
  }
}
