import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';
import type { ServicesFilter } from '../navigation/servicesFilter';

/** Services of the whole tenant, or what a team reaches, the worst off first; page by page. */
export function useServices(
  { tenant, at }: PageParams,
  { team, ...filter }: ServicesFilter,
) {
  const api = useApi(entraMfaApiRef);
  return useInfiniteQuery({
    queryKey: ['entra-mfa', 'services', team, filter, tenant, at],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, tenant, at, limit: 50, cursor: pageParam };
      const page = team
        ? await api.call('getTeamServices', parseEntityRef(team), query, {
            signal,
          })
        : await api.call('getServices', {}, query, { signal });
      return { ...page, groups: page.groups ?? [] };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.pageInfo.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
