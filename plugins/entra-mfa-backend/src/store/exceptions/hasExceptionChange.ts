import type { Knex } from 'knex';
import type { ExceptionRow } from '../tables';

/** Whether an exception began or was ended by somebody after a time. */
export async function hasExceptionChange(
  knex: Knex,
  tenantId: string,
  since: Date,
): Promise<boolean> {
  const row = await knex<ExceptionRow>('exception')
    .where({ tenant_id: tenantId, decision: 'approved' })
    .andWhere(step =>
      step.where('decided_at', '>', since).orWhere('ended_at', '>', since),
    )
    .first('exception_id');
  return row !== undefined;
}
