import type { Knex } from 'knex';
import { toDate } from '../sql/instant';
import type { SnapshotRow } from '../sql/tables';

/** When snapshots were published, by their numbers. */
export async function readTimes(
  knex: Knex,
  tenantId: string,
  numbers: readonly number[],
): Promise<Map<number, Date>> {
  const rows = await knex<SnapshotRow>('snapshot')
    .where({ tenant_id: tenantId })
    .whereIn('snapshot', numbers)
    .select('snapshot', 'at');
  return new Map(rows.map(({ snapshot, at }) => [snapshot, toDate(at)]));
}
