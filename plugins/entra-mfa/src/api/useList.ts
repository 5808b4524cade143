import { useApi } from '@backstage/core-plugin-api';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/react-query';
import type {
  JsonRouteName,
  RouteParams,
  RouteQuery,
  RouteResponse,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef } from './EntraMfaApi';
import { keyOf, type ReadOptions } from './useRead';

/** The routes that answer a page, and where the next one begins. */
export type ListRoute = {
  [N in JsonRouteName]: RouteResponse<N> extends {
    items: readonly unknown[];
    pageInfo: { nextCursor?: string | null };
  }
    ? N
    : never;
}[JsonRouteName];

/** A list, page after page. */
export function useList<N extends ListRoute>(
  route: N,
  params: RouteParams<N>,
  query: RouteQuery<N>,
  options: Omit<ReadOptions<RouteResponse<N>>, 'staleTime'> = {},
) {
  const api = useApi(entraMfaApiRef);
  const client = useQueryClient();
  const { enabled, keep, every } = options;
  return useInfiniteQuery<
    RouteResponse<N>,
    Error,
    InfiniteData<RouteResponse<N>>,
    QueryKey,
    string | undefined
  >({
    // Apart from one page of the same list, which is kept in another shape.
    queryKey: keyOf(route, params, query, 'pages'),
    queryFn: ({ pageParam, signal }) =>
      api.call(route, params, { ...query, cursor: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: last => last.pageInfo.nextCursor ?? undefined,
    ...(keep && { placeholderData: keepPreviousData }),
    refetchInterval:
      typeof every === 'function'
        ? ({ state }) => every(state.data?.pages[0], client)
        : every,
    enabled,
  });
}
