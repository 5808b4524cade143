import type { INetworkModule } from '@azure/msal-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { CredentialConfig, TenantConfig } from '../config/types';
import { ConfidentialApplications } from './ConfidentialApplications';
import { MemorizedToken, type AccessToken } from './MemorizedToken';
import { readerCacheOf } from './readerCache';
import { SealedSecretError } from './SealedSecretError';

/**
 * Takes tokens in the name of somebody who signed in. Their refresh token lies sealed in the database, where each
 * replica finds the newest one, and is in memory only while a token is asked for.
 */
export class ReaderTokens extends MemorizedToken {
  readonly #applications: ConfidentialApplications;
  readonly #kept: Extract<CredentialConfig, { kind: 'reader' }>['kept'];
  readonly #scopes: string[];

  constructor(
    tenant: Omit<TenantConfig, 'credential'> & {
      credential: Extract<CredentialConfig, { kind: 'reader' }>;
    },
    clock: Pick<EntraMfaClock, 'now'>,
    network: INetworkModule,
  ) {
    super();
    const { application, kept } = tenant.credential;
    this.#applications = new ConfidentialApplications(
      { ...tenant, credential: application },
      clock,
      network,
    );
    this.#kept = kept;
    // Whatever of Graph was consented to, so that a consent to more needs no other request.
    this.#scopes = [`${tenant.graphRoot}/.default`];
  }

  protected async ask(): Promise<AccessToken> {
    if (!this.#kept) {
      throw new SealedSecretError('no-key');
    }
    const before = await this.#kept.read();
    if (before === null) {
      throw new SealedSecretError('missing');
    }
    const application = await this.#applications.another();
    const cache = application.getTokenCache();
    cache.deserialize(before.secret);
    const [account] = await cache.getAllAccounts();
    if (!account) {
      throw new SealedSecretError('missing');
    }
    const { accessToken, expiresOn } = await application.acquireTokenSilent({
      account,
      scopes: this.#scopes,
      forceRefresh: true,
    });
    const after = readerCacheOf(application);
    if (after !== before.secret) {
      await before.replace(after);
    }
    return { text: accessToken, endsAt: expiresOn?.getTime() ?? 0 };
  }
}
