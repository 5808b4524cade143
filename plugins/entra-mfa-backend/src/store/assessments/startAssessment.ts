import type { Knex } from 'knex';
import type { AssessmentRow } from '../sql/tables';
import { insertStep } from './takeStep';
import { replaceAuditors } from './replaceAuditors';

/** What an assessment begins with; its number is the next one. */
export type NewAssessment = Omit<
  AssessmentRow,
  'assessment' | 'revision' | 'prepared_at'
> & { prepared_at: Date };

/** Starts a draft. Returns its number; null where somebody started another one at the same moment. */
export async function startAssessment(
  knex: Knex,
  draft: NewAssessment,
  auditors: readonly string[],
): Promise<number | null> {
  return knex.transaction(async trx => {
    const { tenant_id: tenantId } = draft;
    const [{ last }] = await trx<AssessmentRow>('assessment')
      .where({ tenant_id: tenantId })
      .max({ last: 'assessment' });
    const assessment = Number(last ?? 0) + 1;
    const started = await trx<AssessmentRow>('assessment')
      .insert({ ...draft, assessment, revision: 1 })
      .onConflict()
      .ignore()
      .returning('assessment');
    if (started.length === 0) {
      return null;
    }
    const key = { tenantId, assessment };
    await insertStep(trx, key, 1, {
      kind: 'drafted',
      by: draft.prepared_by,
      at: draft.prepared_at,
      note: null,
    });
    await replaceAuditors(trx, key, auditors, draft.prepared_at);
    return assessment;
  });
}
