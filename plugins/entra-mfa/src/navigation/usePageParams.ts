import { useMemo } from 'react';
import { useSearchParams } from './router';

/** Which tenant, and as of which day; both from the URL, so that a link shows what its sender saw. */
export interface PageParams {
  tenant?: string;
  /** A day, `2026-11-21`. */
  at?: string;
}

/** Reads the page's own parameters from the URL, and changes them there. */
export function usePageParams(): PageParams & {
  setParams: (change: PageParams) => void;
} {
  const [search, setSearch] = useSearchParams();
  const tenant = search.get('tenant') ?? undefined;
  const at = /^\d{4}-\d\d-\d\d$/.test(search.get('at') ?? '')
    ? search.get('at') ?? undefined
    : undefined;
  return useMemo(
    () => ({
      tenant,
      at,
      setParams: change =>
        setSearch(before => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries(change)) {
            if (value) after.set(key, value);
            else after.delete(key);
          }
          return after;
        }),
    }),
    [tenant, at, setSearch],
  );
}
