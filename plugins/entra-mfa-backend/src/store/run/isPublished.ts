import type { Knex } from 'knex';
import type { TenantRow } from '../sql/tables';

/** Whether a tenant has been published at least once. */
export async function isPublished(
  knex: Knex,
  tenantId: string,
): Promise<boolean> {
  const tenant = await knex<TenantRow>('tenant')
    .where({ tenant_id: tenantId })
    .first('last_snapshot');
  return (tenant?.last_snapshot ?? 0) > 0;
}
