import { useUrlValues, type UrlValues } from './useUrlValues';

const names = ['tenant', 'at'] as const;

/** Which tenant, and as of which day, `2026-11-21`. */
export type PageParams = UrlValues<(typeof names)[number]>;

/** Reads the page's own parameters from the URL, and changes them there. */
export function usePageParams(): PageParams & {
  setParams: (change: PageParams) => void;
} {
  const { values, change } = useUrlValues(names, { isStep: true });
  const { tenant, at = '' } = values;
  return {
    tenant,
    at: /^\d{4}-\d\d-\d\d$/.test(at) ? at : undefined,
    setParams: change,
  };
}
