import { useApi } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';

/** A team with its figures and its sub-teams. */
export function useTeam(ref: string) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'team', ref],
    queryFn: ({ signal }) =>
      api.call('getTeam', parseEntityRef(ref), {}, { signal }),
    refetchInterval: 60_000,
  });
}
