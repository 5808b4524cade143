import { createApiRef } from '@backstage/core-plugin-api';
import type { EntraMfaClient } from 'backstage-plugin-entra-mfa-common';

/**
 * What the plugin asks of the backend.
 *
 * @public
 */
export interface EntraMfaApi {
  /** Calls a route of the contract. */
  call: EntraMfaClient['call'];
  /** Every person that a filter finds, as CSV. */
  peopleCsv(query: Parameters<EntraMfaClient['url']>[2]): Promise<Blob>;
}

/** The plugin's API; bind another one to it in tests. @public */
export const entraMfaApiRef = createApiRef<EntraMfaApi>({
  id: 'plugin.entra-mfa.client',
});
