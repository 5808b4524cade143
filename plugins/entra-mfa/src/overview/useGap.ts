import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';

/** The teams whose own members make up most of the gap. */
export function useGap({ tenant, at }: PageParams) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'teams', 'gap', tenant, at],
    queryFn: ({ signal }) =>
      api.call(
        'getTeams',
        {},
        { tenant, at, sort: 'direct', limit: 6 },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}
