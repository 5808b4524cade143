import { useApi } from '@backstage/core-plugin-api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';

/** The reviews in which the reader may see somebody, the newest first, page by page. */
export function useReviews(tenant: string | undefined) {
  const api = useApi(entraMfaApiRef);
  return useInfiniteQuery({
    queryKey: ['entra-mfa', 'reviews', tenant],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'getReviews',
        {},
        { tenant, limit: 20, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.pageInfo.nextCursor ?? undefined,
  });
}
