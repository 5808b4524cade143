import type { Knex } from 'knex';
import type { ExceptionRow } from '../sql/tables';
import { takeStep } from './takeStep';

/**
 * Decides a request that waits for it. Returns false where somebody was faster: a step that is on
 * record is never written over.
 */
export async function decideException(
  knex: Knex,
  of: { tenantId: string; id: string },
  step: {
    decision: 'approved' | 'refused';
    decided_by: string;
    decided_at: Date;
    decision_note: string;
  },
): Promise<boolean> {
  const open = (by: Knex) =>
    by<ExceptionRow>('exception')
      .where({ tenant_id: of.tenantId, exception_id: of.id })
      .whereNull('decided_at')
      .whereNull('withdrawn_at');
  if (step.decision === 'refused') {
    return (await open(knex).update(step)) > 0;
  }
  return takeStep(knex, of.tenantId, (trx, number) =>
    open(trx).update({ ...step, decided_step: number }),
  );
}
