import { useApi } from '@backstage/core-plugin-api';
import {
  keepPreviousData,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type {
  JsonRouteName,
  RouteName,
  RouteParams,
  RouteQuery,
  RouteResponse,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef } from './EntraMfaApi';

/** How to read beside what is asked. */
export interface ReadOptions<Answer> {
  /** Whether to ask at all. */
  enabled?: boolean;
  /** Shows the last answer while another question is under way. */
  keep?: boolean;
  /** After how many milliseconds to ask again. */
  every?:
    | number
    | ((answer: Answer | undefined, client: QueryClient) => number);
  /** For how many milliseconds an answer is as good as new. */
  staleTime?: number;
}

/** The part of the cache that answers of a route are in; with nothing else, all of them. */
export const keyOf = (route: RouteName, ...asked: unknown[]) => [
  'entra-mfa',
  route,
  ...asked,
];

/** What a route answers, read once for everybody who asks the same. */
export function useRead<N extends JsonRouteName>(
  route: N,
  params: RouteParams<N>,
  query: RouteQuery<N>,
  options: ReadOptions<RouteResponse<N>> = {},
) {
  const api = useApi(entraMfaApiRef);
  const client = useQueryClient();
  const { enabled, keep, every, staleTime } = options;
  return useQuery<RouteResponse<N>>({
    queryKey: keyOf(route, params, query),
    queryFn: ({ signal }) => api.call(route, params, query, { signal }),
    ...(keep && { placeholderData: keepPreviousData }),
    refetchInterval:
      typeof every === 'function'
        ? ({ state }) => every(state.data, client)
        : every,
    enabled,
    staleTime,
  });
}
