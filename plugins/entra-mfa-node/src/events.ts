/**
 * Published whenever a snapshot was published, with what it changed. A large change is told in
 * several events of at most 500 users and 500 groups each.
 *
 * @public
 */
export const ENTRA_MFA_SNAPSHOT_TOPIC = 'entra-mfa.snapshot';

/** The payload of {@link ENTRA_MFA_SNAPSHOT_TOPIC}. @public */
export interface EntraMfaSnapshotEvent {
  /** The tenant id. */
  tenant: string;
  /** The number of the snapshot, counted for each tenant. */
  snapshot: number;
  /** Object ids of people whose state changed. */
  objectIds: string[];
  /** Entity refs of groups whose counts changed. */
  groupRefs: string[];
}
