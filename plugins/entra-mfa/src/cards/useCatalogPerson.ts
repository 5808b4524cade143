import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';

/** The person behind a User entity, for who may see them. */
export function useCatalogPerson(entityRef: string) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'people', 'entity', entityRef],
    queryFn: ({ signal }) =>
      api.call('getPeople', {}, { entityRef, limit: 1 }, { signal }),
  });
}
