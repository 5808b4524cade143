import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';

/** One review with its counts. */
export function useReview(tenant: string | undefined, number: string) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'review', tenant, number],
    queryFn: ({ signal }) =>
      api.call('getReview', { number }, { tenant }, { signal }),
  });
}
