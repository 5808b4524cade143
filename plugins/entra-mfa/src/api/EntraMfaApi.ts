import { createApiRef } from '@backstage/core-plugin-api';
import type {
  ArchiveRouteName,
  DocumentRouteName,
  EntraMfaClient,
  FileRouteName,
  RouteParams,
  RouteQuery,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** A file as the backend made it. @public */
export interface SavedFile {
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
  /** The address of a route, for who hands it on. */
  url: EntraMfaClient['url'];
  /** Every row of a list as a file, an archive of files, or a document. */
  file<N extends FileRouteName | ArchiveRouteName | DocumentRouteName>(
    name: N,
    params: RouteParams<N>,
    query: RouteQuery<N>,
  ): Promise<SavedFile>;
}

/** The plugin's API; bind another one to it in tests. @public */
export const entraMfaApiRef = createApiRef<EntraMfaApi>({
  id: 'plugin.entra-mfa.client',
});
