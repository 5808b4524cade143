import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';
import type { AssumptionValues } from './useAssumption';

/** What the figure would be. Going away, or another question, ends the computation. */
export function useWhatIf(
  { tenant, at }: PageParams,
  assumption: AssumptionValues,
  enabled: boolean,
) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'what-if', tenant, at, assumption],
    queryFn: ({ signal }) =>
      api.call('getWhatIf', {}, { tenant, at, ...assumption }, { signal }),
    enabled,
    staleTime: 60_000,
  });
}
