import type { Knex } from 'knex';
import type { ExceptionRow } from '../sql/tables';

/** Withdraws a request that waits for a decision. Returns false where it no longer does. */
export async function withdrawException(
  knex: Knex,
  of: { tenantId: string; id: string },
  withdrawnAt: Date,
): Promise<boolean> {
  const withdrawn = await knex<ExceptionRow>('exception')
    .where({ tenant_id: of.tenantId, exception_id: of.id })
    .whereNull('decided_at')
    .whereNull('withdrawn_at')
    .update({ withdrawn_at: withdrawnAt });
  return withdrawn > 0;
}
