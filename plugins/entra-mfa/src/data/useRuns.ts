import { useApi } from '@backstage/core-plugin-api';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { refreshAfter } from '../api/askedSync';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';

/** Reads of a tenant up to the day that is shown, newest first, page by page. */
export function useRuns({ tenant, at }: PageParams) {
  const api = useApi(entraMfaApiRef);
  const client = useQueryClient();
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
    refetchInterval: ({ state }) => {
      const newest = state.data?.pages[0]?.items[0];
      const isFirstExpected = at === undefined && !newest;
      return refreshAfter(
        client,
        isFirstExpected || newest?.state === 'running',
      );
    },
  });
}
