import { useApi } from '@backstage/core-plugin-api';
import {
  keepPreviousData,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { refreshAfter } from './askedSync';
import { entraMfaApiRef } from './EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';

/**
 * The figure and all that stands beside it; read again every two seconds while a sync runs, and while the
 * first one is about to.
 */
export function useOverview({ tenant, at }: PageParams) {
  const api = useApi(entraMfaApiRef);
  const client = useQueryClient();
  return useQuery({
    queryKey: ['entra-mfa', 'overview', tenant, at],
    queryFn: ({ signal }) =>
      api.call('getOverview', {}, { tenant, at }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const { progress, health } = state.data?.freshness ?? {};
      return refreshAfter(client, Boolean(progress) || health === 'first-run');
    },
  });
}
