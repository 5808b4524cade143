import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * Where the plugin takes the time from. The default is the machine's own; a demonstration that makes
 * history replaces it, so that runs, waits and snapshots are dated by the simulated tenant.
 *
 * @public
 */
export interface EntraMfaClock {
  /** The time that runs, snapshots and limits go by. */
  now(): Date;
  /** Resolves after that time has passed on this clock, or rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Replaces the clock. May be set once. @public */
export interface EntraMfaClockExtensionPoint {
  /** Throws when a clock was set already. */
  setClock(clock: EntraMfaClock): void;
}

/** See {@link EntraMfaClockExtensionPoint}. @public */
export const entraMfaClockExtensionPoint =
  createExtensionPoint<EntraMfaClockExtensionPoint>({ id: 'entra-mfa.clock' });
