import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';

/** Teams below a parent, or found by name, most people short first; page by page. */
export function useTeams(
  { tenant, at }: PageParams,
  query: { parent?: string; q?: string },
) {
  const api = useApi(entraMfaApiRef);
  return useInfiniteQuery({
    queryKey: ['entra-mfa', 'teams', query, tenant, at],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'getTeams',
        {},
        { ...query, tenant, at, sort: 'short', limit: 100, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.pageInfo.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
