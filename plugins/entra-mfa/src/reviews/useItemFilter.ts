import { useMemo } from 'react';
import { useSearchParams } from '../navigation/router';
import {
  reviewItemStates,
  reviewReasons,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

const names = ['reason', 'decision', 'q'] as const;

/** Which people of a review are listed, as the URL keeps it: lists with commas. */
export type ItemValues = Partial<Record<(typeof names)[number], string>>;

/** The values of a list that the contract knows; a link with others lists all the same. */
function known(value: string, allowed: readonly string[]): string {
  return value
    .split(',')
    .filter(one => allowed.includes(one))
    .join(',');
}

/** Reads the filter from the URL, and changes it there. */
export function useItemFilter(): {
  filter: ItemValues;
  change: (values: ItemValues) => void;
} {
  const [search, setSearch] = useSearchParams();
  return useMemo(() => {
    const given = {
      reason: known(search.get('reason') ?? '', reviewReasons),
      decision: known(search.get('decision') ?? '', reviewItemStates),
      q: search.get('q') ?? '',
    };
    const filter: ItemValues = {};
    for (const name of names) {
      if (given[name]) filter[name] = given[name];
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
