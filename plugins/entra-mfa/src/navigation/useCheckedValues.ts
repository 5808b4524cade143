import { useMemo } from 'react';
import { useUrlValues, type UrlValues } from './useUrlValues';
import type { ValueChecks } from './valueChecks';

/** A value of the address that its page does not know. */
export interface WrongValue {
  name: string;
  value: string;
  /** Whether it is a team that the catalog did not have: then there is nothing to show. */
  noTeam?: true;
  /** Takes it out of the address, and leaves what is right. */
  drop: () => void;
}

/**
 * As {@link useUrlValues}, with what is wrong apart from the rest: the page shows what it would show without,
 * and says so.
 *
 * @param checks - always the same ones
 */
export function useCheckedValues<Name extends string>(
  checks: ValueChecks<Name>,
  options: { isStep?: boolean } = {},
): ReturnType<typeof useUrlValues<Name>> & { wrong: WrongValue[] } {
  const names = useMemo(() => Object.keys(checks) as Name[], [checks]);
  const { isStep } = options;
  const url = useUrlValues(names, { isStep });
  return useMemo(() => {
    const values: UrlValues<Name> = {};
    const wrong: WrongValue[] = [];
    for (const name of names) {
      const text = url.values[name];
      if (text === undefined) continue;
      const { isList, accepts } = checks[name];
      const parts = isList ? text.split(',').filter(Boolean) : [text];
      const good = parts.filter(accepts).join(',') || undefined;
      if (good !== undefined) values[name] = good;
      const bad = parts.filter(part => !accepts(part));
      if (bad.length > 0) {
        const left: UrlValues<Name> = {};
        left[name] = good;
        wrong.push({
          name,
          value: bad.join(', '),
          drop: () => url.change(left),
        });
      }
    }
    return { ...url, values, wrong };
  }, [names, checks, url]);
}
