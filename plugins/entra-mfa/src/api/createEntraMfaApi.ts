import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { EntraMfaClient } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaApi } from './EntraMfaApi';

/** Makes the API of the plugin from the portal's own discovery and fetch. */
export function createEntraMfaApi(options: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): EntraMfaApi {
  const client = new EntraMfaClient(options);
  return {
    call: (name, params, query, callOptions) =>
      client.call(name, params, query, callOptions),
    url: (name, params, query) => client.url(name, params, query),
    async file(name, params, query) {
      const address = await client.url(name, params, query);
      const response = await options.fetchApi.fetch(address);
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return { name: fileNameOf(response), content: await response.blob() };
    },
  };
}

/** The backend's names are plain: what is not was put there on the way. */
function fileNameOf({ headers }: Response): string | null {
  const disposition = headers.get('Content-Disposition') ?? '';
  return (
    /filename="([\w-]+\.(?:csv|xlsx|zip|pdf|html))"/.exec(disposition)?.[1] ??
    null
  );
}
