import { QueryClient } from '@tanstack/react-query';
import type { EntraMfaApi } from './EntraMfaApi';

const clients = new WeakMap<EntraMfaApi, QueryClient>();

/** One cache for each app, so that the page, the header and the cards of a page share requests. */
export function queryClientOf(api: EntraMfaApi): QueryClient {
  let client = clients.get(api);
  if (!client) {
    client = new QueryClient({
      defaultOptions: {
        queries: {
          staleTime: 30_000,
          // An answer of the server is final; only a lost connection is worth a second try.
          retry: (failures, error) =>
            failures < 1 && error.name === 'TypeError',
        },
      },
    });
    clients.set(api, client);
  }
  return client;
}
