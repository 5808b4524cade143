import type { TrailEntry } from '../../store/connections/appendEvent';

/** Where what somebody does about a tenant is put on record. */
export interface TrailOfTenants {
  /** Never throws: what was done is done. */
  record(tenantId: string, entry: Omit<TrailEntry, 'at'>): Promise<void>;
}
