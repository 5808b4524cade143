import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';

/** Every directory role that somebody holds or can activate. */
export function useRoles({ tenant, at }: PageParams) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'roles', tenant, at],
    queryFn: ({ signal }) =>
      api.call('getRoles', {}, { tenant, at }, { signal }),
    placeholderData: keepPreviousData,
  });
}
