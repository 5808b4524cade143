import type { Knex } from 'knex';
import type { AssessmentRow } from '../sql/tables';
import type { AssessmentKey } from './readAssessments';

/** What of an assessment can be changed. */
export type DraftChange = Pick<
  AssessmentRow,
  'title' | 'kind' | 'from_day' | 'to_day' | 'controls'
>;

/** Changes a draft, within a step. */
export async function changeDraft(
  trx: Knex.Transaction,
  { tenantId, assessment }: AssessmentKey,
  change: DraftChange,
): Promise<void> {
  await trx<AssessmentRow>('assessment')
    .where({ tenant_id: tenantId, assessment })
    .update(change);
}
