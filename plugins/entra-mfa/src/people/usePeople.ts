import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import type { PageParams } from '../navigation/usePageParams';
import type { FilterValues } from '../navigation/filterValues';

/** How many people a page of the list holds. */
export const pageSize = 25;

/** One page of the people whom a filter finds, and how many it finds in all. */
export function usePeople(
  { tenant, at }: PageParams,
  filter: FilterValues,
  cursor: string | undefined,
) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'people', filter, tenant, at, cursor],
    queryFn: ({ signal }) =>
      api.call(
        'getPeople',
        {},
        { ...filter, tenant, at, cursor, limit: pageSize, count: true },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}
