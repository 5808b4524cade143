import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { EntraMfaConfig, TenantConfig } from '../config/types';
import { GraphPageSource } from '../graph/GraphPageSource';
import { patienceOf } from './patienceOf';

/** What reads a tenant. */
export function graphSourceOf(
  tenant: TenantConfig,
  config: Pick<EntraMfaConfig, 'pace' | 'schedule'>,
  clock: EntraMfaClock,
): GraphPageSource {
  return new GraphPageSource({
    tenant,
    clock,
    ...config.pace,
    patienceMs: patienceOf(config.schedule),
  });
}
