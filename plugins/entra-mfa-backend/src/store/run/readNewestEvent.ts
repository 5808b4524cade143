import type { Knex } from 'knex';
import type { Claim } from './claimRun';
import { eventTime } from './eventRecords';

/** The time of the newest event that runs before have read; null where there is none. */
export async function readNewestEvent(
  knex: Knex,
  { tenantId, run }: Pick<Claim, 'tenantId' | 'run'>,
  dataSet: string,
): Promise<Date | null> {
  const [{ newest }]: { newest: string | null }[] = await knex('record')
    .where({ tenant_id: tenantId, data_set: dataSet })
    .where('from_run', '<', run)
    .select(
      knex.raw('max(substr(record_key, ?, ?)) as newest', [
        eventTime.at,
        eventTime.length,
      ]),
    );
  return newest === null ? null : new Date(newest);
}
