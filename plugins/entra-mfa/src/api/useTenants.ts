import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from './EntraMfaApi';

/** What is configured, and what each data set needs. */
export function useTenants() {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'tenants'],
    queryFn: ({ signal }) => api.call('getTenants', {}, {}, { signal }),
  });
}
