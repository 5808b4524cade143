import type { Knex } from 'knex';
import type {
  AssessmentPinRow,
  AssessmentResultRow,
  EvidenceCheckpointRow,
  EvidenceHeldRow,
} from '../sql/tables';
import type { AssessmentKey } from './readAssessments';

/** What is kept of a submission. */
export type NewResult = Omit<AssessmentResultRow, 'tenant_id' | 'assessment'>;

/**
 * Keeps what an assessment comes to, and pins what it rests on: every item that held at one of its snapshots, and the
 * statement of each. What an earlier submission left is replaced.
 *
 * @param snapshots - the first and the last one; null where there is none
 */
export async function keepResult(
  trx: Knex.Transaction,
  { tenantId, assessment }: AssessmentKey,
  result: NewResult,
  snapshots: { first: number; last: number } | null,
): Promise<void> {
  const of = { tenant_id: tenantId, assessment };
  await trx<AssessmentResultRow>('assessment_result')
    .insert({ ...of, ...result })
    .onConflict(['tenant_id', 'assessment'])
    .merge();
  await trx<AssessmentPinRow>('assessment_pin').where(of).delete();
  if (!snapshots) {
    return;
  }
  const { first, last } = snapshots;
  const columns = ['tenant_id', 'assessment', 'kind', 'fingerprint'];
  const pin = (kind: AssessmentPinRow['kind'], from: Knex.QueryBuilder) =>
    trx
      .from(trx.raw(`?? (${columns.join(', ')})`, ['assessment_pin']))
      .insert(
        from
          .where({ tenant_id: tenantId })
          .distinct(
            'tenant_id',
            trx.raw('cast(? as integer)', [assessment]),
            trx.raw('cast(? as varchar(16))', [kind]),
            'fingerprint',
          ),
      );
  await pin(
    'item',
    trx<EvidenceHeldRow>('evidence_held')
      .where('from_snapshot', '<=', last)
      .andWhere('to_snapshot', '>', first),
  );
  await pin(
    'snapshot',
    trx<EvidenceCheckpointRow>('evidence_checkpoint').whereBetween('snapshot', [
      first,
      last,
    ]),
  );
}
