import type { Config } from '@backstage/config';
import { defaultDrillDays } from '../assess/types';
import { fail } from './fail';

/** After how many days a drill of a break-glass account is overdue. */
export function readDrillDays(config: Config): number {
  const key = 'breakGlass.drillOverdueAfterDays';
  const days = config.getOptionalNumber(key) ?? defaultDrillDays;
  if (!Number.isInteger(days) || days < 1 || days > 3650) {
    fail(`entraMfa.${key}`, 'should be a whole number of days, 1 to 3650');
  }
  return days;
}
