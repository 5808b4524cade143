import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { ItemValues } from './useItemFilter';

/** The people of a review whom a filter finds, page by page. */
export function useReviewItems(
  tenant: string | undefined,
  number: number,
  filter: ItemValues,
) {
  const api = useApi(entraMfaApiRef);
  return useInfiniteQuery({
    queryKey: ['entra-mfa', 'review-items', tenant, number, filter],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'getReviewItems',
        { number },
        { ...filter, tenant, limit: 25, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.pageInfo.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
