import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';

/** Who owns an entity, and how many of them are not covered. */
export function useEntityOwners(ref: string) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'owners', ref],
    queryFn: ({ signal }) =>
      api.call('getEntityOwners', parseEntityRef(ref), {}, { signal }),
    refetchInterval: 60_000,
  });
}
