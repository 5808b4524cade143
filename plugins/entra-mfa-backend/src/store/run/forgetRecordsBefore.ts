import type { Knex } from 'knex';
import type { RecordRow } from '../sql/tables';
import { countDataSets, eventDataSets, eventTime } from './eventRecords';

/**
 * Removes events from before a time, and counts of days before it, every version of them, and says how many these were. A
 * run that is under way, or gone on with later, counts a few rows wrongly by it, and nothing rests on that count.
 */
export async function forgetRecordsBefore(
  knex: Knex,
  tenantId: string,
  before: Date,
): Promise<number> {
  const time = before.toISOString();
  const records = () =>
    knex<RecordRow>('record').where({ tenant_id: tenantId });
  const events = await records()
    .whereIn('data_set', eventDataSets)
    .whereRaw('substr(record_key, ?, ?) < ?', [
      eventTime.at,
      eventTime.length,
      time,
    ])
    .delete();
  const counts = await records()
    .whereIn('data_set', countDataSets)
    .where('record_key', '<', time.slice(0, 10))
    .delete();
  return events + counts;
}
