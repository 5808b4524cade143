import type { Knex } from 'knex';
import { lockTenant } from '../run/claimRun';
import type { TenantRow } from '../sql/tables';

/**
 * Takes a step that the figure depends on, under the tenant's next number. Whoever sees the step sees
 * the number too, and no step gets a smaller one later. Returns false where `take` changed no row.
 */
export async function takeStep(
  knex: Knex,
  tenantId: string,
  take: (trx: Knex.Transaction, step: number) => Promise<number>,
): Promise<boolean> {
  return knex.transaction(async trx => {
    await trx<TenantRow>('tenant')
      .insert({ tenant_id: tenantId })
      .onConflict('tenant_id')
      .ignore();
    const step = (await lockTenant(trx, tenantId))!.last_step + 1;
    if ((await take(trx, step)) === 0) {
      return false;
    }
    await trx<TenantRow>('tenant')
      .where({ tenant_id: tenantId })
      .update({ last_step: step });
    return true;
  });
}
