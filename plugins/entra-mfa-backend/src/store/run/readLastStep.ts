import type { Knex } from 'knex';
import type { TenantRow } from '../sql/tables';

/** The number of the tenant's newest step; 0 before the first. */
export async function readLastStep(
  knex: Knex,
  tenantId: string,
): Promise<number> {
  const tenant = await knex<TenantRow>('tenant')
    .where({ tenant_id: tenantId })
    .first('last_step');
  return tenant?.last_step ?? 0;
}
