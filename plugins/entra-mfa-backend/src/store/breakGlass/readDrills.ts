import type { Knex } from 'knex';
import type { BreakGlassDrillRow } from '../sql/tables';

/**
 * Every drill of a tenant that was on record at that time, the newest first.
 *
 * @param at - null for now: all that are on record, by whichever clock they were recorded
 */
export async function readDrills(
  knex: Knex,
  tenantId: string,
  at: Date | null,
): Promise<BreakGlassDrillRow[]> {
  const query = knex<BreakGlassDrillRow>('break_glass_drill').where({
    tenant_id: tenantId,
  });
  if (at) {
    query.andWhere('recorded_at', '<=', at);
  }
  return query.orderBy([
    { column: 'held_on', order: 'desc' },
    { column: 'recorded_at', order: 'desc' },
    { column: 'drill_id' },
  ]);
}
