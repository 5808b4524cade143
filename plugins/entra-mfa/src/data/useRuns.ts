import { useApi } from '@backstage/core-plugin-api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';

/** Reads of a tenant, newest first, page by page. */
export function useRuns(tenant: string | undefined) {
  const api = useApi(entraMfaApiRef);
  return useInfiniteQuery({
    queryKey: ['entra-mfa', 'runs', tenant],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'getRuns',
        {},
        { tenant, limit: 10, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.pageInfo.nextCursor ?? undefined,
    refetchInterval: query =>
      query.state.data?.pages[0]?.items[0]?.state === 'running'
        ? 2_000
        : 60_000,
  });
}
