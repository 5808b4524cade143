import type { SyncProgress } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { UnstoredEnd } from './UnstoredEnds';

/** What the API may ask of the syncs. */
export interface SyncService {
  /**
   * Starts a sync now and returns once it is accepted. Throws `NotFoundError` for a tenant that is
   * not configured and `ConflictError` while a sync of the tenant runs, on whichever replica.
   */
  trigger(tenantId: string): Promise<void>;
  /** Where the running sync of a tenant is, on whichever replica; null when none runs. */
  progress(tenantId: string): Promise<SyncProgress | null>;
  /** The end of a run that this process could not store; null when nothing is known of any. */
  unstoredEnd(tenantId: string): UnstoredEnd | null;
  /** When the next sync is due; null where it only starts by hand or nothing is known. */
  nextReadAt(tenantId: string): Promise<Date | null>;
}
