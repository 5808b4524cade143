import type { Knex } from 'knex';
import type { AssessmentRow, AssessmentStepRow } from '../sql/tables';
import type { AssessmentKey } from './readAssessments';
import { insertStep, nextStep } from './takeStep';

/** Says that a newer assessment took the place of an approved one. Returns whether it did: not where another one has. */
export async function supersede(
  trx: Knex.Transaction,
  { tenantId, assessment }: AssessmentKey,
  newer: { assessment: number; by: string; at: Date },
): Promise<boolean> {
  const of = { tenant_id: tenantId, assessment };
  await trx<AssessmentRow>('assessment').where(of).forUpdate().first();
  const earlier = await trx<AssessmentStepRow>('assessment_step')
    .where({ ...of, kind: 'superseded' })
    .first('step');
  if (earlier) {
    return false;
  }
  const step = await nextStep(trx, { tenantId, assessment });
  await insertStep(trx, { tenantId, assessment }, step, {
    kind: 'superseded',
    by: newer.by,
    at: newer.at,
    note: null,
    supersededBy: newer.assessment,
  });
  return true;
}
