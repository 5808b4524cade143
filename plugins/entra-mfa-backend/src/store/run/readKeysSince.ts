import type { Knex } from 'knex';
import { STILL_TRUE, type RecordRow } from '../sql/tables';
import type { Claim } from './claimRun';

/** The keys that a data set has now from a day on, where keys begin with days, as runs before have read them. */
export async function readKeysSince(
  knex: Knex,
  { tenantId, run }: Pick<Claim, 'tenantId' | 'run'>,
  { dataSet, since }: { dataSet: string; since: string },
): Promise<string[]> {
  return knex<RecordRow>('record')
    .where({ tenant_id: tenantId, data_set: dataSet, to_run: STILL_TRUE })
    .where('from_run', '<', run)
    .where('record_key', '>=', since)
    .orderBy('record_key')
    .pluck('record_key');
}
