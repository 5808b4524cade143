import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';

/** One person: why counted so, the rows behind it, and history. */
export function usePerson(tenant: string, id: string, at: string | undefined) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'person', tenant, id, at],
    queryFn: ({ signal }) =>
      api.call('getPerson', { tenant, id }, { at }, { signal }),
  });
}
