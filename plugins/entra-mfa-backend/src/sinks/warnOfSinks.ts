import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntraMfaEvidenceSink } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { EntraMfaConfig } from '../config/types';

/** Says whose names are pushed where; and of sinks that are configured and push nothing, why. */
export function warnOfSinks(
  config: Pick<EntraMfaConfig, 'sinks' | 'tenants'>,
  sinks: readonly Pick<EntraMfaEvidenceSink, 'id' | 'title'>[],
  logger: LoggerService,
): void {
  for (const [id, { tenantId }] of Object.entries(config.sinks)) {
    const sink = sinks.find(one => one.id === id);
    if (!sink) {
      logger.warn(
        `entraMfa.sinks.${id} is configured, and no module adds a sink of that id: nothing is pushed. Add the module to the backend, or take the setting away.`,
      );
    } else if (!config.tenants.some(one => one.tenantId === tenantId)) {
      logger.warn(
        `entraMfa.sinks.${id}.tenantId names ${tenantId}, which is not read: nothing is pushed to ${sink.title} before it is connected.`,
      );
    } else {
      logger.info(
        `Names and MFA states of the people of tenant ${tenantId} are pushed to ${sink.title} (entraMfa.sinks.${id})`,
      );
    }
  }
}
