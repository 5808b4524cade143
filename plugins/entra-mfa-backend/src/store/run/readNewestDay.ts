import type { Knex } from 'knex';
import type { Claim } from './claimRun';

/** The newest day that runs before have counted, where keys begin with days; null where there is none. */
export async function readNewestDay(
  knex: Knex,
  { tenantId, run }: Pick<Claim, 'tenantId' | 'run'>,
  dataSet: string,
): Promise<string | null> {
  const [{ newest }]: { newest: string | null }[] = await knex('record')
    .where({ tenant_id: tenantId, data_set: dataSet })
    .where('from_run', '<', run)
    .max('record_key as newest');
  return newest?.slice(0, 10) ?? null;
}
