import type { Collector } from '../collectors/types';
import { fail } from '../config/fail';
import type { TenantConfig } from '../config/types';

/** Whether figures do without a data set of Graph: only those can be switched off. */
export function canBeSwitchedOff({
  source,
  required,
  identifiesTenant,
}: Pick<Collector, 'source' | 'required' | 'identifiesTenant'>): boolean {
  return source === 'graph' && required === 'no' && !identifiesTenant;
}

/** Those of some ids that cannot be switched off, or do not exist. */
export function wronglyOff(
  collectors: readonly Collector[],
  ids: readonly string[],
): string[] {
  const free = switchable(collectors);
  return ids.filter(id => !free.includes(id));
}

/** The ids of those that can be switched off. */
export function switchable(collectors: readonly Collector[]): string[] {
  return collectors.filter(canBeSwitchedOff).map(({ id }) => id);
}

/**
 * That what the configuration switches off can be.
 *
 * @throws InputError with the path of the first wrong key and what it should be
 */
export function refuseUnknownDataSets(
  tenants: readonly TenantConfig[],
  collectors: readonly Collector[],
): void {
  const configured = tenants.filter(({ origin }) => origin !== 'portal');
  for (const [index, { switchedOff = [] }] of configured.entries()) {
    const [wrong] = wronglyOff(collectors, switchedOff);
    if (wrong !== undefined) {
      fail(
        `entraMfa.tenants[${index}].switchedOff`,
        `'${wrong}' cannot be switched off; those that can are ${switchable(
          collectors,
        ).join(', ')}`,
      );
    }
  }
}
