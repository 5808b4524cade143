import type { INetworkModule } from '@azure/msal-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { KeptSecret, TenantConfig } from '../config/types';
import { ConfidentialApplications } from './ConfidentialApplications';
import { MemorizedToken, type AccessToken } from './MemorizedToken';
import { SealedSecretError } from './SealedSecretError';

/**
 * Signs in with a secret that lies sealed in the database. In clear it is in memory only while a token is asked for,
 * and each time the newest one is used.
 */
export class SealedSecretTokens extends MemorizedToken {
  constructor(
    private readonly tenant: Pick<
      TenantConfig,
      'clientId' | 'authority' | 'knownAuthority' | 'graphRoot'
    >,
    private readonly kept: KeptSecret | null,
    private readonly clock: Pick<EntraMfaClock, 'now'>,
    private readonly network: INetworkModule,
  ) {
    super();
  }

  protected async ask(): Promise<AccessToken> {
    if (!this.kept) {
      throw new SealedSecretError('no-key');
    }
    const opened = await this.kept.read();
    if (opened === null) {
      throw new SealedSecretError('missing');
    }
    const clientSecret = opened.secret;
    const applications = new ConfidentialApplications(
      {
        ...this.tenant,
        credential: { kind: 'secret', clientSecret, endsAt: null },
      },
      this.clock,
      this.network,
    );
    const application = await applications.another();
    const result = await application.acquireTokenByClientCredential({
      scopes: [`${this.tenant.graphRoot}/.default`],
    });
    if (!result) {
      throw new Error('no token');
    }
    return {
      text: result.accessToken,
      endsAt: result.expiresOn?.getTime() ?? 0,
    };
  }
}
