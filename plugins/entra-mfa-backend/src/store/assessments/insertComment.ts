import type { Knex } from 'knex';
import type { AssessmentCommentRow, AssessmentRow } from '../sql/tables';
import type { AssessmentKey } from './readAssessments';

/** Adds a comment. */
export async function insertComment(
  knex: Knex,
  { tenantId, assessment }: AssessmentKey,
  comment: { control: string | null; text: string; by: string; at: Date },
): Promise<void> {
  const of = { tenant_id: tenantId, assessment };
  await knex.transaction(async trx => {
    // One after the other, also on what is frozen: to lock a row does not change it.
    await trx<AssessmentRow>('assessment').where(of).forUpdate().first();
    const [{ last }] = await trx<AssessmentCommentRow>('assessment_comment')
      .where(of)
      .max({ last: 'comment' });
    await trx<AssessmentCommentRow>('assessment_comment').insert({
      ...of,
      comment: Number(last ?? 0) + 1,
      control: comment.control,
      text: comment.text,
      written_by: comment.by,
      written_at: comment.at,
    });
  });
}
