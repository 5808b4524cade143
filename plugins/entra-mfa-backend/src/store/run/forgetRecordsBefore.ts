import type { Knex } from 'knex';
import type { RecordRow } from '../sql/tables';

/** Where the time stands in a key, counted from 1: after the object id, which has 36 signs, and what divides them. */
const TIME_AT = 38;
const TIME_LENGTH = 24;

/**
 * Removes what people tried before a time, every version of it, and says how much that was. A run that is under way, or
 * gone on with later, counts a few rows wrongly by it, and nothing rests on that count.
 */
export async function forgetRecordsBefore(
  knex: Knex,
  tenantId: string,
  before: Date,
): Promise<number> {
  return knex<RecordRow>('record')
    .where({ tenant_id: tenantId, data_set: 'registration-events' })
    .whereRaw('substr(record_key, ?, ?) < ?', [
      TIME_AT,
      TIME_LENGTH,
      before.toISOString(),
    ])
    .delete();
}
