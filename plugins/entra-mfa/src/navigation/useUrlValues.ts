import { useMemo } from 'react';
import { useAnalytics } from '@backstage/core-plugin-api';
import { useSearchParams } from './router';
import { leavePlaces } from './usePlace';

/** Values by their names; what is not asked for is not there. */
export type UrlValues<Name extends string> = Partial<Record<Name, string>>;

/**
 * Values that the address keeps, so that a link shows what its sender saw.
 *
 * @param names - always the same list
 * @param options - whether the way back leads through each change
 */
export function useUrlValues<Name extends string>(
  names: readonly Name[],
  options: { isStep?: boolean } = {},
): {
  values: UrlValues<Name>;
  /** Sets what is given, and takes away what is given as undefined. */
  change: (values: UrlValues<Name>) => void;
  /** Takes everything away but what is named. */
  clear: (...but: Name[]) => void;
} {
  const { isStep = false } = options;
  const analytics = useAnalytics();
  const [search, setSearch] = useSearchParams();
  return useMemo(() => {
    const values: UrlValues<Name> = {};
    for (const name of names) {
      const value = search.get(name);
      if (value) values[name] = value;
    }
    const change = (changed: UrlValues<Name>) => {
      // What was chosen or typed may name somebody, and stays here.
      for (const name of names) {
        if (name in changed && (changed[name] || undefined) !== values[name]) {
          analytics.captureEvent(name === 'q' ? 'search' : 'filter', name);
        }
      }
      setSearch(
        before => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changed)) {
            if (value) after.set(name, String(value));
            else after.delete(name);
          }
          // Of another list, a place would mean nothing.
          leavePlaces(after);
          return after;
        },
        { replace: !isStep },
      );
    };
    return {
      values,
      change,
      clear: (...but) => {
        const nothing: UrlValues<Name> = {};
        for (const name of names) {
          if (!but.includes(name)) nothing[name] = undefined;
        }
        change(nothing);
      },
    };
  }, [names, isStep, search, setSearch, analytics]);
}
