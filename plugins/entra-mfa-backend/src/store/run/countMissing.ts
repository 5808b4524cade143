import type { Knex } from 'knex';
import { decides } from '../sql/decides';
import { STILL_TRUE } from '../sql/tables';

/**
 * Counts the rows of the report that decide of somebody and have no value of a property, as they were
 * and as a run has read them.
 *
 * @param property - of the body's first level, a plain name
 */
export async function countMissing(
  knex: Knex,
  tenantId: string,
  property: string,
  settings: { countGuests: boolean },
): Promise<number> {
  const row = await knex({ fresh: 'record' })
    .where({
      'fresh.tenant_id': tenantId,
      'fresh.data_set': 'registrations',
      'fresh.to_run': STILL_TRUE,
    })
    .where('fresh.body', 'like', `%"${property}":null%`)
    .where(decides(knex, 'fresh', settings))
    .countDistinct({ missing: 'fresh.record_key' })
    .first();
  return Number(row?.missing ?? 0);
}
