import { createExtensionPoint } from '@backstage/backend-plugin-api';

/** What a {@link EntraMfaStartExtensionPoint | hook before the schedule} may use. @public */
export interface EntraMfaSyncs {
  /** The configured tenants. */
  tenantIds: string[];
  /** Runs one whole sync of a tenant, and rejects with what went wrong. */
  run(tenantId: string, signal?: AbortSignal): Promise<void>;
}

/**
 * Lets a module do something with the syncs after the portal has started and before they are
 * scheduled. A demonstration makes its history here; the schedule starts when the hook is done.
 *
 * @public
 */
export interface EntraMfaStartExtensionPoint {
  /** May be set once. A hook that rejects is logged, and the schedule starts all the same. */
  beforeSchedule(hook: (syncs: EntraMfaSyncs) => Promise<void>): void;
}

/** See {@link EntraMfaStartExtensionPoint}. @public */
export const entraMfaStartExtensionPoint =
  createExtensionPoint<EntraMfaStartExtensionPoint>({ id: 'entra-mfa.start' });
