import type { Knex } from 'knex';
import type { ExceptionRow } from '../sql/tables';
import { takeStep } from './takeStep';

/** Ends an approved exception before its end date. Returns false where it was ended already. */
export async function endException(
  knex: Knex,
  of: { tenantId: string; id: string },
  step: { ended_by: string; ended_at: Date; end_note: string },
): Promise<boolean> {
  return takeStep(knex, of.tenantId, (trx, number) =>
    trx<ExceptionRow>('exception')
      .where({
        tenant_id: of.tenantId,
        exception_id: of.id,
        decision: 'approved',
      })
      .whereNull('ended_at')
      .update({ ...step, ended_step: number }),
  );
}
