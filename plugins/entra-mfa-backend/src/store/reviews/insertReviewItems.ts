import type { Knex } from 'knex';
import type { ReviewFacts } from '../../assess/reviews/reviewReasonsOf';
import { bulkInsert } from '../sql/bulkInsert';
import { toDateOrNull } from '../sql/instant';
import type { PersonRow } from '../sql/tables';
import { toBoolean } from '../sql/toBoolean';

const AT_ONCE = 1_000;

const columns = [
  'tenant_id',
  'review',
  'object_id',
  'reasons',
  'keep_needs_note',
  'privileged_rank',
  'sort_name',
];

/** What makes a list: as `reasonCodes` has it, and 0 for who is not on it. */
export interface Listed {
  reasons: number;
  keepNeedsNote: boolean;
}

/** Of what a list is made. */
export interface ListOf {
  tenantId: string;
  review: number;
  snapshot: number;
  baseline: number;
}

const facts = [
  'object_id',
  'privileged_rank',
  'sort_name',
  'state',
  'reason',
  'scope_class',
  'registered',
  'privileged',
  'marks',
  'methods',
  'enabled',
  'enablement_since',
  'leave_at',
  'created_at',
  'entity_ref',
] as const;

interface Candidate extends Pick<PersonRow, (typeof facts)[number]> {
  at_baseline: boolean | number;
  had_entity: boolean | number;
}

/** Makes the list of a review of everybody of its snapshot whom a reason fits, page by page. */
export async function insertReviewItems(
  trx: Knex.Transaction,
  of: ListOf,
  list: (facts: ReviewFacts) => Listed,
): Promise<void> {
  let after = '';
  for (;;) {
    const page = await readCandidates(trx, of, after);
    const items = page.flatMap(row => {
      const { reasons, keepNeedsNote } = list(factsOf(row));
      return reasons === 0
        ? []
        : [
            [
              of.tenantId,
              of.review,
              row.object_id,
              reasons,
              keepNeedsNote,
              row.privileged_rank,
              row.sort_name,
            ],
          ];
    });
    if (items.length > 0) {
      await bulkInsert(trx, 'review_item', columns, items);
    }
    if (page.length < AT_ONCE) {
      return;
    }
    after = page[page.length - 1].object_id;
  }
}

/** Everybody of the snapshot in the order of their ids; `b` is the person at the baseline. */
async function readCandidates(
  trx: Knex.Transaction,
  { tenantId, snapshot, baseline }: ListOf,
  after: string,
): Promise<Candidate[]> {
  return trx('person as p')
    .leftJoin('person as b', join =>
      join
        .on('b.tenant_id', 'p.tenant_id')
        .andOn('b.object_id', 'p.object_id')
        .andOnVal('b.from_snapshot', '<=', baseline)
        .andOnVal('b.to_snapshot', '>', baseline),
    )
    .where('p.tenant_id', tenantId)
    .andWhere('p.object_id', '>', after)
    .andWhere('p.from_snapshot', '<=', snapshot)
    .andWhere('p.to_snapshot', '>', snapshot)
    .orderBy('p.object_id')
    .limit(AT_ONCE)
    .select(
      ...facts.map(name => `p.${name}`),
      trx.raw(
        'case when b.object_id is null then false else true end as at_baseline',
      ),
      // Of who has one now, nothing rests on it.
      trx.raw(
        `case when p.entity_ref is null and p.scope_class is null and exists (
            select 1 from person e
            where e.tenant_id = p.tenant_id and e.object_id = p.object_id
              and e.to_snapshot > :baseline and e.from_snapshot < :snapshot
              and e.entity_ref is not null)
          then true else false end as had_entity`,
        { baseline, snapshot },
      ),
    );
}

function factsOf(row: Candidate): ReviewFacts {
  return {
    state: row.state as ReviewFacts['state'],
    reason: row.reason as ReviewFacts['reason'],
    scopeClass: row.scope_class as ReviewFacts['scopeClass'],
    registered: toBoolean(row.registered),
    privileged: toBoolean(row.privileged),
    marks: JSON.parse(row.marks),
    hasMethods: row.methods !== '[]',
    enabled: toBoolean(row.enabled),
    enablementSince: toDateOrNull(row.enablement_since),
    leaveAt: toDateOrNull(row.leave_at),
    createdAt: toDateOrNull(row.created_at),
    hasEntity: row.entity_ref !== null,
    hadEntity: toBoolean(row.had_entity) === true,
    atBaseline: toBoolean(row.at_baseline) === true,
  };
}
