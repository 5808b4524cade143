import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { EntraMfaConfig } from '../config/types';
import { GraphPageSource } from '../graph/GraphPageSource';
import { patienceOf } from './patienceOf';

/** What reads each configured tenant, by its id: one for all who ask, so that they share its token and pace. */
export function graphSources(
  config: Pick<EntraMfaConfig, 'tenants' | 'pace' | 'schedule'>,
  clock: EntraMfaClock,
): ReadonlyMap<string, GraphPageSource> {
  return new Map(
    config.tenants.map(tenant => [
      tenant.tenantId,
      new GraphPageSource({
        tenant,
        clock,
        ...config.pace,
        patienceMs: patienceOf(config.schedule),
      }),
    ]),
  );
}
