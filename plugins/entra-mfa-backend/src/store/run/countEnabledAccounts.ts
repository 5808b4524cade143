import type { Knex } from 'knex';
import { STILL_TRUE } from '../sql/tables';

/** How many accounts of the directory are not disabled, as they were and as a run has read them. */
export async function countEnabledAccounts(
  knex: Knex,
  tenantId: string,
): Promise<number> {
  const row = await knex('record')
    .where({ tenant_id: tenantId, data_set: 'users', to_run: STILL_TRUE })
    .whereNot('body', 'like', '%"accountEnabled":false%')
    .countDistinct({ accounts: 'record_key' })
    .first();
  return Number(row?.accounts ?? 0);
}
