import { useApi } from '@backstage/core-plugin-api';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Unmatched } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';

/** What one side knows and the other does not, page by page. */
export function useUnmatched(
  { tenant, at }: PageParams,
  kind: Unmatched['items'][number]['kind'],
) {
  const api = useApi(entraMfaApiRef);
  return useInfiniteQuery({
    queryKey: ['entra-mfa', 'unmatched', kind, tenant, at],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'getUnmatched',
        {},
        { tenant, at, kind, limit: 20, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.pageInfo.nextCursor ?? undefined,
  });
}
