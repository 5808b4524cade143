import type { Config } from '@backstage/config';
import { fail } from './fail';
import type { EntraMfaConfig } from './types';

/** Reads how long an exception may last, and how long before its end people are reminded. */
export function readExceptions(config: Config): EntraMfaConfig['exceptions'] {
  const days = (key: string, fallback: number, least: number) => {
    const path = `exceptions.${key}`;
    const value = config.getOptionalNumber(path) ?? fallback;
    if (!Number.isInteger(value) || value < least || value > 3650) {
      fail(
        `entraMfa.${path}`,
        `should be a whole number of days, from ${least} to 3650`,
      );
    }
    return value;
  };
  return {
    maximumDays: days('maximumDays', 180, 1),
    remindDaysBefore: days('remindDaysBefore', 14, 0),
  };
}
