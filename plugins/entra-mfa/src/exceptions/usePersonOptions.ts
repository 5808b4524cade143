import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';

/** The first people by name whose name has a text in it. */
export function usePersonOptions({ tenant }: PageParams, q: string) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'people', 'options', q, tenant],
    queryFn: ({ signal }) =>
      api.call(
        'getPeople',
        {},
        { tenant, q, sort: 'name', limit: 30 },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}
