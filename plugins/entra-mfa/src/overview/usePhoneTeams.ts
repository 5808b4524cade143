import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';

/** The teams with most people who only have a phone; those that hold other teams come later. */
export function usePhoneTeams({ tenant, at }: PageParams) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'teams', 'phone', tenant, at],
    queryFn: ({ signal }) =>
      api.call(
        'getTeams',
        {},
        { tenant, at, sort: 'phoneOnly', limit: 100 },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}
