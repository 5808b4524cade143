import type { Config } from '@backstage/config';
import { fail } from './fail';
import type { EntraMfaConfig } from './types';

const DEFAULT_PER_MINUTE = 5_000;

/** Reads how many people somebody may read by name in a minute. */
export function readNames(config: Config): EntraMfaConfig['names'] {
  const key = 'names.perMinute';
  const perMinute = config.getOptionalNumber(key) ?? DEFAULT_PER_MINUTE;
  const isLimit = perMinute >= 200 && perMinute <= 1_000_000;
  if (!Number.isInteger(perMinute) || !(isLimit || perMinute === 0)) {
    fail(
      `entraMfa.${key}`,
      'should be a whole number of people, from 200 (one page) to 1000000; 0 limits nothing',
    );
  }
  return { perMinute };
}
