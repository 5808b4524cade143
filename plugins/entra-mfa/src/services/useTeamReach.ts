import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';

/** How many entities a team reaches, by kind and lifecycle. */
export function useTeamReach(tenant: string, team: string) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'services', 'reach', tenant, team],
    queryFn: ({ signal }) =>
      api.call(
        'getTeamServices',
        parseEntityRef(team),
        { tenant, limit: 1 },
        { signal },
      ),
  });
}
