import { useApi } from '@backstage/core-plugin-api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';

/** A tenant's held figures, the newest first, page by page. */
export function useHolds(tenant: string) {
  const api = useApi(entraMfaApiRef);
  return useInfiniteQuery({
    queryKey: ['entra-mfa', 'holds', tenant],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'getHolds',
        { id: tenant },
        { limit: 10, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.pageInfo.nextCursor ?? undefined,
  });
}
