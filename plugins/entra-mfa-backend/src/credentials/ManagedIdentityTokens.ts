import { ManagedIdentityApplication } from '@azure/msal-node';
import type { TenantConfig } from '../config/types';
import type { Tokens } from './Tokens';

/**
 * Takes the tokens of the identity that Azure gives to whatever runs the portal. Azure keeps them for up to
 * a day, so that what was granted since shows that late.
 */
export class ManagedIdentityTokens implements Tokens {
  readonly #application: ManagedIdentityApplication;
  readonly #resource: string;
  #forgotten = false;

  constructor(
    { clientId, graphRoot }: Pick<TenantConfig, 'clientId' | 'graphRoot'>,
    assigned: 'systemAssigned' | 'userAssigned',
  ) {
    this.#resource = graphRoot;
    // MSAL shares how it gets there with everybody in this process, so it goes by MSAL's own network.
    this.#application = new ManagedIdentityApplication(
      assigned === 'userAssigned'
        ? { managedIdentityIdParams: { userAssignedClientId: clientId } }
        : {},
    );
  }

  async acquire(renew: boolean): Promise<string> {
    const { accessToken } = await this.#application.acquireToken({
      resource: this.#resource,
      forceRefresh: renew || this.#forgotten,
    });
    this.#forgotten = false;
    return accessToken;
  }

  forget(): void {
    this.#forgotten = true;
  }
}
