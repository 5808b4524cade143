import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { ChangesValues } from '../navigation/useChangesParams';

const pageSize = 50;

/** Who changed between two dates, page after page. */
export function useChanges(
  tenant: string | undefined,
  values: ChangesValues,
  limit = pageSize,
) {
  const api = useApi(entraMfaApiRef);
  return useInfiniteQuery({
    queryKey: ['entra-mfa', 'changes', tenant, values, limit],
    queryFn: ({ signal, pageParam }) =>
      api.call(
        'getChanges',
        {},
        { ...values, tenant, limit, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.pageInfo.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
