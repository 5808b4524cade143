import type { Knex } from 'knex';
import type { PersonChangeTotalRow } from '../../sql/tables';

/**
 * How many rows of `person_change` there are up to a snapshot, by the number of their transition. Whoever
 * changed twice is counted twice.
 */
export async function readChangeTotals(
  knex: Knex,
  tenantId: string,
  snapshot: number,
): Promise<Map<number, number>> {
  const row = await knex<PersonChangeTotalRow>('person_change_total')
    .where('tenant_id', tenantId)
    .andWhere('snapshot', '<=', snapshot)
    .orderBy('snapshot', 'desc')
    .first('totals');
  const totals: [number, number][] = row ? JSON.parse(row.totals) : [];
  return new Map(totals);
}
