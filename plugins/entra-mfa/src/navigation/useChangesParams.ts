import { useMemo } from 'react';
import { useSearchParams } from './router';
import { usePageParams } from './usePageParams';

/** What the tab is asked for, as the URL keeps it. */
export const changesNames = ['from', 'to', 'kind', 'team'] as const;

/** Values by {@link changesNames}. Without dates: the seven days up to now, or to the page's day. */
export type ChangesValues = Partial<
  Record<(typeof changesNames)[number], string>
>;

/** Reads what is asked for from the URL, and changes it there. */
export function useChangesParams(): {
  values: ChangesValues;
  change: (values: ChangesValues) => void;
} {
  const { at } = usePageParams();
  const [search, setSearch] = useSearchParams();
  return useMemo(() => {
    const values: ChangesValues = {};
    for (const name of changesNames) {
      const value = search.get(name);
      if (value) values[name] = value;
    }
    return {
      values: { ...values, to: values.to ?? at },
      change: changed =>
        setSearch(
          before => {
            const after = new URLSearchParams(before);
            for (const [name, value] of Object.entries(changed)) {
              if (value) after.set(name, value);
              else after.delete(name);
            }
            return after;
          },
          { replace: true },
        ),
    };
  }, [at, search, setSearch]);
}
