import type { Knex } from 'knex';
import type { AssessmentAuditorRow } from '../sql/tables';
import type { AssessmentKey } from './readAssessments';

/** Says who may read an assessment as its auditor. */
export async function replaceAuditors(
  trx: Knex.Transaction,
  { tenantId, assessment }: AssessmentKey,
  refs: readonly string[],
  now: Date,
): Promise<void> {
  const of = { tenant_id: tenantId, assessment };
  await trx<AssessmentAuditorRow>('assessment_auditor')
    .where(of)
    .whereNotIn('auditor_ref', refs)
    .delete();
  if (refs.length > 0) {
    await trx<AssessmentAuditorRow>('assessment_auditor')
      .insert(refs.map(ref => ({ ...of, auditor_ref: ref, assigned_at: now })))
      .onConflict(['tenant_id', 'assessment', 'auditor_ref'])
      .ignore();
  }
}
