import type { Knex } from 'knex';

/** Which published snapshot of which tenant is read. */
export interface SnapshotView {
  tenantId: string;
  snapshot: number;
  /** Whether it was the newest one when the read began: then the indexes on what is true now help. */
  newest: boolean;
}

/** A snapshot of which only the database knows the number. */
export interface AnyView extends Omit<SnapshotView, 'snapshot'> {
  snapshot: number | Knex.Raw;
}

/** A published snapshot. */
export interface Snapshot {
  number: number;
  run: number;
  at: Date;
  readAt: Date | null;
  reportRefreshedAt: Date | null;
  rulesVersion: string;
  /** JSON of `RuleSettings`. */
  settings: string;
  /** JSON: data set id to its `SnapshotDataSet`. */
  dataSets: string;
  /** The newest step that it has assessed; null for snapshots of earlier versions. */
  assessedStep: number | null;
}
