import { useMemo } from 'react';
import { useSearchParams } from '../navigation/router';
import {
  servicesFilterNames,
  type ServicesFilter,
} from '../navigation/servicesFilter';

/** The filter of the list of services, read from the URL and changed there. */
export function useServicesFilter(): {
  filter: ServicesFilter;
  change: (values: ServicesFilter) => void;
} {
  const [search, setSearch] = useSearchParams();
  return useMemo(() => {
    const filter: ServicesFilter = {};
    for (const name of servicesFilterNames) {
      const value = search.get(name);
      if (value) filter[name] = value;
    }
    return {
      filter,
      change: values =>
        setSearch(
          before => {
            const after = new URLSearchParams(before);
            for (const [name, value] of Object.entries(values)) {
              if (value) after.set(name, value);
              else after.delete(name);
            }
            return after;
          },
          { replace: true },
        ),
    };
  }, [search, setSearch]);
}
