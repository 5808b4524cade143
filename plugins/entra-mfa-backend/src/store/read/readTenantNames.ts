import type { Knex } from 'knex';
import type { TenantRow } from '../sql/tables';

/** The names that the organizations give themselves, by tenant id; none before the first read. */
export async function readTenantNames(
  knex: Knex,
  tenantIds: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await knex<TenantRow>('tenant')
    .whereIn('tenant_id', [...tenantIds])
    .select('tenant_id', 'display_name');
  return new Map(rows.map(row => [row.tenant_id, row.display_name]));
}
