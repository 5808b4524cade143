import type { Knex } from 'knex';
import { toDate, toDateOrNull } from '../sql/instant';
import type { SnapshotRow, TenantRow } from '../sql/tables';
import type { Snapshot } from './types';

/** The number of a tenant's newest snapshot; 0 before the first. */
export async function readNewestNumber(
  knex: Knex,
  tenantId: string,
): Promise<number> {
  const tenant = await knex<TenantRow>('tenant')
    .where({ tenant_id: tenantId })
    .first('last_snapshot');
  return tenant?.last_snapshot ?? 0;
}

/** A snapshot by its number. */
export async function readSnapshot(
  knex: Knex,
  tenantId: string,
  snapshot: number,
): Promise<Snapshot | null> {
  const row = await knex<SnapshotRow>('snapshot')
    .where({ tenant_id: tenantId, snapshot })
    .first();
  return row ? toSnapshot(row) : null;
}

/** When a tenant's history begins; null before the first snapshot. */
export async function readBeginning(
  knex: Knex,
  tenantId: string,
): Promise<Date | null> {
  const first = await readSnapshot(knex, tenantId, 1);
  return first && first.at;
}

/** The newest snapshot that was published at that time or before it. */
export async function readSnapshotAt(
  knex: Knex,
  tenantId: string,
  at: Date,
): Promise<Snapshot | null> {
  const row = await knex<SnapshotRow>('snapshot')
    .where({ tenant_id: tenantId })
    .andWhere('at', '<=', at)
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'snapshot', order: 'desc' },
    ])
    .first();
  return row ? toSnapshot(row) : null;
}

function toSnapshot(row: SnapshotRow): Snapshot {
  return {
    number: row.snapshot,
    run: row.run,
    at: toDate(row.at),
    readAt: toDateOrNull(row.read_at),
    reportRefreshedAt: toDateOrNull(row.report_refreshed_at),
    rulesVersion: row.rules_version,
    settings: row.settings,
    dataSets: row.data_sets,
    assessedStep: row.judged_step,
  };
}
