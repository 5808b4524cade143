import type { INetworkModule } from '@azure/msal-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { TenantConfig } from '../config/types';
import {
  ConfidentialApplications,
  type ApplicationSettings,
} from './ConfidentialApplications';
import type { Tokens } from './Tokens';

/** Signs in with what the app registration knows: a secret, a certificate, or somebody's assertion. */
export class ConfidentialTokens implements Tokens {
  readonly #applications: ConfidentialApplications;

  constructor(
    private readonly tenant: ApplicationSettings &
      Pick<TenantConfig, 'graphRoot'>,
    clock: Pick<EntraMfaClock, 'now'>,
    network: INetworkModule,
  ) {
    this.#applications = new ConfidentialApplications(tenant, clock, network);
  }

  async acquire(renew: boolean): Promise<string> {
    const application = await this.#applications.current();
    const result = await application.acquireTokenByClientCredential({
      scopes: [`${this.tenant.graphRoot}/.default`],
      skipCache: renew,
    });
    if (!result) {
      throw new Error('no token');
    }
    return result.accessToken;
  }

  forget(): void {
    this.#applications.clear();
  }
}
