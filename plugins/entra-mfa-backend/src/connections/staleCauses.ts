import type { StaleCause } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaConfig } from '../config/types';
import type { Snapshot } from '../store/asOf/types';

/** The limits beyond which figures are stale. */
export type StaleLimits = Pick<
  EntraMfaConfig,
  'staleAfterSeconds' | 'reportStaleAfterSeconds'
>;

/**
 * Why what a snapshot tells was stale at that time: it was not read for too long, or what was read was
 * old. A report is as old as it was when it was read, so that a daily schedule is not stale for the
 * hours between two reads, in which nobody could know of a newer one. Nothing is never stale.
 */
export function staleCauses(
  limits: StaleLimits,
  snapshot: Pick<Snapshot, 'readAt' | 'reportRefreshedAt'> | null,
  at: Date,
): StaleCause[] {
  if (!snapshot) return [];
  const { readAt, reportRefreshedAt } = snapshot;
  const causes: StaleCause[] = [];
  if (secondsBetween(readAt, at) > limits.staleAfterSeconds) {
    causes.push('not-read');
  }
  if (
    secondsBetween(reportRefreshedAt, readAt ?? at) >
    limits.reportStaleAfterSeconds
  ) {
    causes.push('report-old');
  }
  return causes;
}

function secondsBetween(from: Date | null | undefined, to: Date): number {
  return from ? (to.getTime() - from.getTime()) / 1000 : 0;
}
