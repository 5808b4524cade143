import { useApi } from '@backstage/core-plugin-api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../page/usePageParams';

/** Reads of a tenant up to the day that is shown, newest first, page by page. */
export function useRuns({ tenant, at }: PageParams) {
  const api = useApi(entraMfaApiRef);
  return useInfiniteQuery({
    queryKey: ['entra-mfa', 'runs', tenant, at],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'getRuns',
        {},
        { tenant, at, limit: 10, cursor: pageParam },
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
