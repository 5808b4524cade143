import type { Knex } from 'knex';
import type { BreakGlassDrillRow } from '../tables';

/** Every drill of a tenant that was on record at that time, the newest first. */
export async function readDrills(
  knex: Knex,
  tenantId: string,
  at: Date,
): Promise<BreakGlassDrillRow[]> {
  return knex<BreakGlassDrillRow>('break_glass_drill')
    .where({ tenant_id: tenantId })
    .andWhere('recorded_at', '<=', at)
    .orderBy([
      { column: 'held_on', order: 'desc' },
      { column: 'recorded_at', order: 'desc' },
      { column: 'drill_id' },
    ]);
}
