import type { Knex } from 'knex';
import { toDate } from '../../sql/instant';
import type { SnapshotRow } from '../../sql/tables';

/** When snapshots were published, by number. */
export async function readSnapshotTimes(
  knex: Knex,
  tenantId: string,
  numbers: readonly number[],
): Promise<Map<number, Date>> {
  const rows: Pick<SnapshotRow, 'snapshot' | 'at'>[] = await knex<SnapshotRow>(
    'snapshot',
  )
    .where({ tenant_id: tenantId })
    .whereIn('snapshot', [...new Set(numbers)])
    .select('snapshot', 'at');
  return new Map(rows.map(row => [row.snapshot, toDate(row.at)]));
}
