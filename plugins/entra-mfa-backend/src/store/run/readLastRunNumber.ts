import type { Knex } from 'knex';
import type { TenantRow } from '../sql/tables';

/** The number of the tenant's newest run; 0 where there was none. */
export async function readLastRunNumber(
  knex: Knex,
  tenantId: string,
): Promise<number> {
  const tenant = await knex<TenantRow>('tenant')
    .where({ tenant_id: tenantId })
    .first('last_run');
  return tenant?.last_run ?? 0;
}
