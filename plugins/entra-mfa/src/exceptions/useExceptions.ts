import { useApi } from '@backstage/core-plugin-api';
import { useInfiniteQuery } from '@tanstack/react-query';
import type {
  exceptionSorts,
  ExceptionState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';

/** Exceptions of some states that the reader may see, page by page. */
export function useExceptions(
  { tenant, at }: PageParams,
  states: readonly ExceptionState[],
  sort: (typeof exceptionSorts)[number],
) {
  const api = useApi(entraMfaApiRef);
  return useInfiniteQuery({
    queryKey: ['entra-mfa', 'exceptions', states, sort, tenant, at],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'getExceptions',
        {},
        { tenant, at, state: states, sort, limit: 20, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.pageInfo.nextCursor ?? undefined,
  });
}
