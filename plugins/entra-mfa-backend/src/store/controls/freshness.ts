import type { Knex } from 'knex';
import { toDate, toDateOrNull } from '../sql/instant';
import type { SnapshotRow } from '../sql/tables';

/** Keeps until when a snapshot is fresh. */
export async function writeFreshUntil(
  trx: Knex.Transaction,
  of: { tenantId: string; snapshot: number },
  freshUntil: Date,
): Promise<void> {
  await trx<SnapshotRow>('snapshot')
    .where({ tenant_id: of.tenantId, snapshot: of.snapshot })
    .update({ fresh_until: freshUntil });
}

/**
 * Moves until when the newest snapshot is fresh. What has been stale stays so, and nothing becomes so in the past: what
 * was answered before is answered again.
 */
export async function moveFreshUntil(
  knex: Knex,
  tenantId: string,
  { to, now }: { to: Date; now: Date },
): Promise<void> {
  const newest = knex('tenant')
    .where({ tenant_id: tenantId })
    .select('last_snapshot');
  await knex<SnapshotRow>('snapshot')
    .where({ tenant_id: tenantId })
    .where('snapshot', newest)
    .andWhere('fresh_until', '>', now)
    .update({ fresh_until: to < now ? now : to });
}

/** When snapshots were, and until when each was fresh: those after a time up to another, and the one before them. */
export async function readMoments(
  knex: Knex,
  tenantId: string,
  { from, upTo }: { from: Date; upTo: number },
): Promise<{ number: number; at: Date; freshUntil: Date }[]> {
  const before = await knex<SnapshotRow>('snapshot')
    .where({ tenant_id: tenantId })
    .andWhere('at', '<=', from)
    .orderBy('snapshot', 'desc')
    .first('snapshot');
  const rows = await knex<SnapshotRow>('snapshot')
    .where({ tenant_id: tenantId })
    .andWhere('snapshot', '>=', before?.snapshot ?? 1)
    .andWhere('snapshot', '<=', upTo)
    .orderBy('snapshot')
    .select('snapshot', 'at', 'fresh_until');
  return rows.map(row => ({
    number: row.snapshot,
    at: toDate(row.at),
    freshUntil: toDateOrNull(row.fresh_until) ?? toDate(row.at),
  }));
}
