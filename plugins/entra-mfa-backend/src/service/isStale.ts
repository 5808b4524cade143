import type { EntraMfaConfig } from '../config/types';
import type { Snapshot } from '../store/read/types';

/** Whether what a snapshot tells was older than the limit at that time; nothing is never stale. */
export function isStale(
  { staleAfterSeconds }: Pick<EntraMfaConfig, 'staleAfterSeconds'>,
  snapshot: Snapshot | null,
  at: Date,
): boolean {
  return (
    snapshot !== null &&
    snapshot.readAt !== null &&
    at.getTime() - snapshot.readAt.getTime() > staleAfterSeconds * 1000
  );
}
