import { createApiRef } from '@backstage/core-plugin-api';
import type {
  EntraMfaClient,
  FileRouteName,
  RouteParams,
  RouteQuery,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** A CSV file as the backend made it. @public */
export interface CsvFile {
  /** What the backend calls it; null where it cannot be seen from here. */
  name: string | null;
  /** What is in it. */
  content: Blob;
}

/**
 * What the plugin asks of the backend.
 *
 * @public
 */
export interface EntraMfaApi {
  /** Calls a route of the contract. */
  call: EntraMfaClient['call'];
  /** Every row of a list as CSV. */
  csv<N extends FileRouteName>(
    name: N,
    params: RouteParams<N>,
    query: RouteQuery<N>,
  ): Promise<CsvFile>;
}

/** The plugin's API; bind another one to it in tests. @public */
export const entraMfaApiRef = createApiRef<EntraMfaApi>({
  id: 'plugin.entra-mfa.client',
});
