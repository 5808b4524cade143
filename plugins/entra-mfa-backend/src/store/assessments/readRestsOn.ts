import type { EvidenceItem, EvidenceType } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import type {
  AssessmentPinRow,
  EvidenceCheckpointRow,
  EvidenceHeldRow,
  EvidenceItemRow,
} from '../sql/tables';
import type { AssessmentKey } from './readAssessments';

/** Snapshots between two numbers, both included. */
interface Range {
  first: number;
  last: number;
}

/** So many items are read at once. */
const AT_ONCE = 200;

/**
 * The items that an assessment rests on, by their places in the log.
 *
 * @param range - of a draft, which has no pins: what held at its snapshots; null for the pins
 */
export async function readRestsOn(
  knex: Knex,
  { tenantId, assessment }: AssessmentKey,
  range: Range | null,
): Promise<{ type: EvidenceType; leaf: number }[]> {
  const items = knex<EvidenceItemRow>('evidence_item')
    .where({ tenant_id: tenantId })
    .orderBy('leaf')
    .select('type', 'leaf');
  if (range) {
    return items.whereIn(
      'fingerprint',
      knex<EvidenceHeldRow>('evidence_held')
        .where({ tenant_id: tenantId })
        .andWhere('from_snapshot', '<=', range.last)
        .andWhere('to_snapshot', '>', range.first)
        .select('fingerprint'),
    );
  }
  return items.whereIn(
    'fingerprint',
    knex<AssessmentPinRow>('assessment_pin')
      .where({ tenant_id: tenantId, assessment, kind: 'item' })
      .select('fingerprint'),
  );
}

/** The items at some places of a log, in their order, some at a time. */
export async function* readItemsAt(
  knex: Knex,
  tenantId: string,
  leaves: readonly number[],
): AsyncGenerator<{ leaf: number; item: EvidenceItem }> {
  for (let begin = 0; begin < leaves.length; begin += AT_ONCE) {
    const rows = await knex<EvidenceItemRow>('evidence_item')
      .where({ tenant_id: tenantId })
      .whereIn('leaf', leaves.slice(begin, begin + AT_ONCE))
      .orderBy('leaf')
      .select('leaf', 'content');
    for (const { leaf, content } of rows) {
      yield { leaf, item: JSON.parse(content) };
    }
  }
}

/** The states of a log that the first and the last snapshot of a range made: none, one or two. */
export async function readEnds(
  knex: Knex,
  tenantId: string,
  { first, last }: Range,
): Promise<EvidenceCheckpointRow[]> {
  const end = (order: 'asc' | 'desc') =>
    knex<EvidenceCheckpointRow>('evidence_checkpoint')
      .where({ tenant_id: tenantId })
      .whereBetween('snapshot', [first, last])
      .orderBy('snapshot', order)
      .first();
  const ends = [await end('asc'), await end('desc')];
  return ends.flatMap((one, place) =>
    one && (place === 0 || one.snapshot !== ends[0]?.snapshot) ? [one] : [],
  );
}
