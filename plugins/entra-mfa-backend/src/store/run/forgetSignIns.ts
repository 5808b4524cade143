import type { Knex } from 'knex';
import type { RecordRow } from '../sql/tables';

/** Removes when the people of a tenant signed in last. */
export async function forgetSignIns(
  knex: Knex,
  tenantId: string,
): Promise<void> {
  await knex<RecordRow>('record')
    .where({ tenant_id: tenantId, data_set: 'sign-in-activity' })
    .delete();
}
