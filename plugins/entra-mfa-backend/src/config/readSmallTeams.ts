import type { Config } from '@backstage/config';
import { fail } from './fail';
import type { EntraMfaConfig } from './types';

const DEFAULT_HIDE_BELOW = 5;

/** Reads of how few people figures are hidden from who may not see their names. */
export function readSmallTeams(config: Config): EntraMfaConfig['smallTeams'] {
  const key = 'smallTeams.hideBelow';
  const hideBelow = config.getOptionalNumber(key) ?? DEFAULT_HIDE_BELOW;
  if (!Number.isInteger(hideBelow) || hideBelow < 0 || hideBelow > 1000) {
    fail(
      `entraMfa.${key}`,
      'should be a whole number of people, up to 1000; 0 hides nothing',
    );
  }
  return { hideBelow };
}
