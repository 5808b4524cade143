import { useMemo } from 'react';
import { useSearchParams } from '../navigation/router';
import { filterNames, type FilterValues } from '../navigation/filterValues';

/** The filters of the people list, read from the URL and changed there. */
export function usePeopleFilter(): {
  filter: FilterValues;
  change: (values: FilterValues) => void;
  clear: () => void;
} {
  const [search, setSearch] = useSearchParams();
  return useMemo(() => {
    const filter: FilterValues = {};
    for (const name of filterNames) {
      const value = search.get(name);
      if (value) filter[name] = value;
    }
    const apply = (values: Record<string, string | undefined>) =>
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
      );
    return {
      filter,
      change: apply,
      clear: () =>
        apply(
          Object.fromEntries(
            filterNames
              .filter(name => name !== 'sort')
              .map(name => [name, undefined]),
          ),
        ),
    };
  }, [search, setSearch]);
}
