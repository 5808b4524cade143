import type { EvidenceType } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import type {
  AssessmentAuditorRow,
  AssessmentCommentRow,
  AssessmentPinRow,
  AssessmentResultRow,
  AssessmentRow,
  AssessmentStepRow,
} from '../sql/tables';

/** One assessment. */
export interface AssessmentKey {
  tenantId: string;
  assessment: number;
}

/** An assessment with all that is kept of it but its pins. */
export interface StoredAssessment {
  row: AssessmentRow;
  steps: AssessmentStepRow[];
  comments: AssessmentCommentRow[];
  auditors: string[];
  result: AssessmentResultRow | null;
}

/** One assessment in a list. */
export interface ListedAssessment {
  row: AssessmentRow;
  steps: AssessmentStepRow[];
  comments: number;
  /** How many controls were met on every day; null before it was submitted. */
  metThroughout: number | null;
}

const whereOf = ({ tenantId, assessment }: AssessmentKey) => ({
  tenant_id: tenantId,
  assessment,
});

/** One assessment; null where there is none. */
export async function readAssessment(
  knex: Knex,
  key: AssessmentKey,
): Promise<StoredAssessment | null> {
  const where = whereOf(key);
  const row = await knex<AssessmentRow>('assessment').where(where).first();
  if (!row) {
    return null;
  }
  const [steps, comments, auditors, result] = await Promise.all([
    knex<AssessmentStepRow>('assessment_step').where(where).orderBy('step'),
    knex<AssessmentCommentRow>('assessment_comment')
      .where(where)
      .orderBy('comment'),
    knex<AssessmentAuditorRow>('assessment_auditor')
      .where(where)
      .orderBy('auditor_ref')
      .pluck('auditor_ref'),
    knex<AssessmentResultRow>('assessment_result').where(where).first(),
  ]);
  return { row, steps, comments, auditors, result: result ?? null };
}

/**
 * Assessments of some tenants, the newest first.
 *
 * @param auditors - only those to which one of these refs is assigned; null for all
 */
export async function readAssessments(
  knex: Knex,
  tenantIds: readonly string[],
  { auditors, limit }: { auditors: readonly string[] | null; limit: number },
): Promise<ListedAssessment[]> {
  const query = knex<AssessmentRow>({ a: 'assessment' })
    .whereIn('a.tenant_id', tenantIds)
    .orderBy([
      { column: 'a.prepared_at', order: 'desc' },
      { column: 'a.tenant_id' },
      { column: 'a.assessment', order: 'desc' },
    ])
    .limit(limit);
  if (auditors) {
    query.whereExists(
      isAssigned(knex, auditors)
        .where('o.tenant_id', knex.ref('a.tenant_id'))
        .where('o.assessment', knex.ref('a.assessment')),
    );
  }
  const rows: AssessmentRow[] = await query.select('a.*');
  const places = rows.map(row => [row.tenant_id, row.assessment]);
  const ofThese = <Row extends object>(table: string) =>
    knex<Row>(table).whereIn(['tenant_id', 'assessment'], places);
  const [steps, comments, results] = await Promise.all([
    ofThese('assessment_step').orderBy('step') as Promise<AssessmentStepRow[]>,
    ofThese('assessment_comment')
      .groupBy('tenant_id', 'assessment')
      .select('tenant_id', 'assessment', knex.raw('count(*) as comments')),
    ofThese('assessment_result').select(
      'tenant_id',
      'assessment',
      'met_throughout',
    ),
  ]);
  const isOf = (row: AssessmentRow) => (one: AssessmentRow) =>
    one.tenant_id === row.tenant_id && one.assessment === row.assessment;
  return rows.map(row => ({
    row,
    steps: steps.filter(
      one =>
        one.tenant_id === row.tenant_id && one.assessment === row.assessment,
    ),
    comments: Number(comments.find(isOf(row))?.comments ?? 0),
    metThroughout: results.find(isOf(row))?.met_throughout ?? null,
  }));
}

/** Whether one of some refs may read an assessment as its auditor. */
export async function isAuditorOf(
  knex: Knex,
  { tenantId, assessment }: AssessmentKey,
  refs: readonly string[],
): Promise<boolean> {
  const found = await isAssigned(knex, refs)
    .where('o.tenant_id', tenantId)
    .andWhere('o.assessment', assessment)
    .first();
  return found !== undefined;
}

function isAssigned(knex: Knex, refs: readonly string[]) {
  return knex({ o: 'assessment_auditor' })
    .whereIn('o.auditor_ref', refs)
    .select('o.auditor_ref');
}

/** What an assessment rests on, by type, with the first and the last place in the log. */
export async function countPins(
  knex: Knex,
  key: AssessmentKey,
): Promise<{
  items: {
    type: EvidenceType;
    count: number;
    firstLeaf: number;
    lastLeaf: number;
  }[];
  snapshots: number;
}> {
  const where = whereOf(key);
  const rows: {
    type: EvidenceType;
    items: number | string;
    first: number;
    last: number;
  }[] = await knex({ p: 'assessment_pin' })
    .join({ i: 'evidence_item' }, join =>
      join
        .on('i.tenant_id', 'p.tenant_id')
        .andOn('i.fingerprint', 'p.fingerprint'),
    )
    .where({
      'p.tenant_id': key.tenantId,
      'p.assessment': key.assessment,
      'p.kind': 'item',
    })
    .groupBy('i.type')
    .orderBy('i.type')
    .select(
      'i.type',
      knex.raw('count(*) as items'),
      knex.raw('min(i.leaf) as first'),
      knex.raw('max(i.leaf) as last'),
    );
  const [snapshots] = await knex<AssessmentPinRow>('assessment_pin')
    .where({ ...where, kind: 'snapshot' })
    .count({ pins: '*' });
  return {
    items: rows.map(row => ({
      type: row.type,
      count: Number(row.items),
      firstLeaf: row.first,
      lastLeaf: row.last,
    })),
    snapshots: Number(snapshots.pins),
  };
}
