import { useRead } from '../api/useRead';
import type { FilterValues } from '../navigation/filterValues';
import { usePageParams } from '../navigation/usePageParams';

/** How many each choice of the filters would find, beside the list: rows do not wait for it. */
export function useFacets({ sort, order, ...filter }: FilterValues) {
  const { tenant, at } = usePageParams();
  const { data } = useRead(
    'getPeople',
    {},
    { ...filter, tenant, at, facets: true, limit: 1 },
    { keep: true },
  );
  return data;
}
