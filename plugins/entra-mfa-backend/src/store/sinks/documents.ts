import type { Knex } from 'knex';
import type { AssessmentStepRow, EvidencePushDocumentRow } from '../sql/tables';
import { toDate } from '../sql/instant';

/** The report of one assessment for one sink. */
export interface DocumentKey {
  tenantId: string;
  sink: string;
  assessment: number;
}

/** Approved assessments whose report a sink has not taken, the oldest first. One that was superseded is none. */
export async function readDueDocuments(
  knex: Knex,
  { tenantId, sink }: Omit<DocumentKey, 'assessment'>,
  limit: number,
): Promise<{ assessment: number; approvedAt: Date }[]> {
  const rows: AssessmentStepRow[] = await knex({ a: 'assessment_step' })
    .where({ 'a.tenant_id': tenantId, 'a.kind': 'approved' })
    .whereNotExists(
      knex({ s: 'assessment_step' })
        .where({ 's.tenant_id': tenantId, 's.kind': 'superseded' })
        .andWhere('s.assessment', knex.ref('a.assessment'))
        .select(knex.raw('1')),
    )
    .whereNotExists(
      knex({ d: 'evidence_push_document' })
        .where({ 'd.tenant_id': tenantId, 'd.sink': sink })
        .whereNotNull('d.taken_at')
        .andWhere('d.assessment', knex.ref('a.assessment'))
        .select(knex.raw('1')),
    )
    .orderBy('a.assessment')
    .limit(limit)
    .select('a.*');
  return rows.map(({ assessment, taken_at }) => ({
    assessment,
    approvedAt: toDate(taken_at),
  }));
}

/** Keeps what became of a report: a problem where it was not taken. */
export async function keepDocument(
  knex: Knex,
  { tenantId, sink, assessment }: DocumentKey,
  of: { at: Date; problem: string | null },
): Promise<void> {
  const { at, problem } = of;
  const became = {
    tried_at: at,
    taken_at: problem === null ? at : null,
    problem,
  };
  await knex<EvidencePushDocumentRow>('evidence_push_document')
    .insert({ tenant_id: tenantId, sink, assessment, ...became })
    .onConflict(['tenant_id', 'sink', 'assessment'])
    .merge(became);
}

/** How many reports a sink has, and why one is missing. */
export async function readDocuments(
  knex: Knex,
  { tenantId, sink }: Omit<DocumentKey, 'assessment'>,
): Promise<{ taken: number; problem: string | null }> {
  const of = () =>
    knex<EvidencePushDocumentRow>('evidence_push_document').where({
      tenant_id: tenantId,
      sink,
    });
  const [{ taken }] = await of().whereNotNull('taken_at').count({ taken: '*' });
  const failed = await of()
    .whereNull('taken_at')
    .orderBy('assessment')
    .first('problem');
  return { taken: Number(taken), problem: failed?.problem ?? null };
}
