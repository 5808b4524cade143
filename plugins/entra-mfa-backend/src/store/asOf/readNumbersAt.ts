import type { Knex } from 'knex';
import type { SnapshotRow } from '../sql/tables';

/** The number of the newest snapshot at each of some times or before it; null before history begins. */
export async function readNumbersAt(
  knex: Knex,
  tenantId: string,
  times: readonly Date[],
): Promise<(number | null)[]> {
  const name = (index: number) => `time_${index}`;
  const [row]: Record<string, number | null>[] = await knex.select(
    times.map((time, index) =>
      knex<SnapshotRow>('snapshot')
        .where({ tenant_id: tenantId })
        .andWhere('at', '<=', time)
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'snapshot', order: 'desc' },
        ])
        .limit(1)
        .select('snapshot')
        .as(name(index)),
    ),
  );
  return times.map((_, index) => row[name(index)]);
}
