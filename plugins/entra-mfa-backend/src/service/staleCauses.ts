import type { StaleCause } from 'backstage-plugin-entra-mfa-common';
import type { EntraMfaConfig } from '../config/types';
import type { Snapshot } from '../store/read/types';

/** The limits beyond which figures are stale. */
export type StaleLimits = Pick<
  EntraMfaConfig,
  'staleAfterSeconds' | 'reportStaleAfterSeconds'
>;

/**
 * Why what a snapshot tells was stale at that time: it was not read for too long, or what was read was
 * old. Nothing is never stale.
 */
export function staleCauses(
  limits: StaleLimits,
  snapshot: Pick<Snapshot, 'readAt' | 'reportRefreshedAt'> | null,
  at: Date,
): StaleCause[] {
  const isOlder = (time: Date | null | undefined, seconds: number) =>
    Boolean(time) && at.getTime() - time!.getTime() > seconds * 1000;
  return [
    ...(isOlder(snapshot?.readAt, limits.staleAfterSeconds)
      ? (['not-read'] as const)
      : []),
    ...(isOlder(snapshot?.reportRefreshedAt, limits.reportStaleAfterSeconds)
      ? (['report-old'] as const)
      : []),
  ];
}
