import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';

/** The register of emergency access accounts. */
export function useBreakGlass({ tenant, at }: PageParams) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'break-glass', tenant, at],
    queryFn: ({ signal }) =>
      api.call('getBreakGlass', {}, { tenant, at }, { signal }),
    placeholderData: keepPreviousData,
  });
}
