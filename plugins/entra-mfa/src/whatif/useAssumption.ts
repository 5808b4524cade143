import { useMemo } from 'react';
import { useSearchParams } from '../navigation/router';

/** What can be assumed, by the names of the contract; the URL keeps it, so that a link shows it. */
export const assumptionNames = [
  'phoneOff',
  'withoutExceptions',
  'countGuests',
  'basis',
  'targetPermille',
  'rules',
  'team',
] as const;

/** What is assumed, as the URL carries it. */
export type AssumptionValues = Partial<
  Record<(typeof assumptionNames)[number], string>
>;

/** Reads what is assumed from the URL, and changes it there. */
export function useAssumption(): {
  assumption: AssumptionValues;
  change: (values: AssumptionValues) => void;
  clear: () => void;
} {
  const [search, setSearch] = useSearchParams();
  return useMemo(() => {
    const assumption: AssumptionValues = {};
    for (const name of assumptionNames) {
      const value = search.get(name);
      if (value) assumption[name] = value;
    }
    const change = (values: AssumptionValues) =>
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
    const nothing = Object.fromEntries(
      assumptionNames.map(name => [name, undefined]),
    );
    return { assumption, change, clear: () => change(nothing) };
  }, [search, setSearch]);
}
