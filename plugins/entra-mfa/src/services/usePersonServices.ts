import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';

/** How many services a person's page lists before it says how many more there are. */
export const shownServices = 50;

/** What a person reaches. */
export function usePersonServices(
  person: { tenant: string; id: string },
  at: string | undefined,
  enabled: boolean,
) {
  const api = useApi(entraMfaApiRef);
  const { tenant, id } = person;
  return useQuery({
    queryKey: ['entra-mfa', 'person', 'services', tenant, id, at],
    queryFn: ({ signal }) =>
      api.call(
        'getPersonServices',
        { tenant, id },
        { at, sort: 'name', limit: shownServices },
        { signal },
      ),
    enabled,
  });
}
