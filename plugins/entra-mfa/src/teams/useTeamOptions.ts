import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';

/** The first teams by name whose name has a text in it. */
export function useTeamOptions({ tenant, at }: PageParams, q: string) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'teams', 'options', q, tenant, at],
    queryFn: ({ signal }) =>
      api.call(
        'getTeams',
        {},
        { tenant, at, q, sort: 'name', limit: 50 },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}
