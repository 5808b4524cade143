import { useCheckedValues, type WrongValue } from './useCheckedValues';
import type { UrlValues } from './useUrlValues';
import { pageChecks } from './valueChecks';

/** Which tenant, and as of which day, `2026-11-21`. */
export type PageParams = UrlValues<keyof typeof pageChecks>;

/** Reads the page's own parameters from the URL, and changes them there. */
export function usePageParams(): PageParams & {
  setParams: (change: PageParams) => void;
  /** What of them is no such thing. */
  wrong: WrongValue[];
} {
  const { values, change, wrong } = useCheckedValues(pageChecks, {
    isStep: true,
  });
  return { tenant: values.tenant, at: values.at, setParams: change, wrong };
}
