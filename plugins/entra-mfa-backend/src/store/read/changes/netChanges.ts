import type { Knex } from 'knex';
import { CONDITIONS } from '../../../assess/condition';
import type { PersonChangeRow } from '../../sql/tables';

/** A row that only says another name does not tell what the rules did. */
const BY_RULES =
  'case when by_rules or condition_before = condition_after then 1 else 0 end';

/** Changes after one snapshot, up to and with another. */
export interface ChangeRange {
  tenantId: string;
  /** What it is compared with. */
  after: number;
  upTo: number;
}

/** Which people of a range; a condition on the column `object_id` of `person_change`. */
export type PeopleCondition = Knex.QueryCallback;

/** Columns of a net change: conditions are codes, and the flags are 0 or 1. */
export interface NetChangeRow {
  object_id: string;
  /** The snapshot of the last change. */
  last_snapshot: number;
  net_before: number;
  net_after: number;
  net_renamed: number;
  net_by_rules: number;
}

/** Every change of the range, as its row says. Stored totals count these: see `person_change_total`. */
export function singleChanges(
  knex: Knex,
  range: ChangeRange,
  people: PeopleCondition | null,
): Knex.QueryBuilder {
  return rowsOf(knex, range, people).select({
    object_id: 'object_id',
    last_snapshot: 'snapshot',
    net_before: 'condition_before',
    net_after: 'condition_after',
    net_renamed: knex.raw('case when renamed then 1 else 0 end'),
    net_by_rules: knex.raw(BY_RULES),
  });
}

/**
 * People who changed once in between, and so as their one row says: nearly everybody. They are found
 * by their row alone.
 */
export function changedOnce(
  knex: Knex,
  range: ChangeRange,
  people: PeopleCondition | null,
): Knex.QueryBuilder {
  return singleChanges(knex, range, people)
    .where('previous_snapshot', '<=', range.after)
    .andWhere('next_snapshot', '>', range.upTo);
}

/** People who changed more than once: how they were before the first and after the last time. */
export function changedOften(
  knex: Knex,
  range: ChangeRange,
  people: PeopleCondition | null,
): Knex.QueryBuilder {
  // The earliest and the latest row of a person carry their condition in the lower digits.
  const at = (column: string) =>
    `cast(snapshot as bigint) * ${CONDITIONS} + ${column}`;
  return rowsOf(knex, range, people)
    .andWhere(againIn(range))
    .groupBy('object_id')
    .select({
      object_id: 'object_id',
      last_snapshot: knex.raw('max(snapshot)'),
      net_before: knex.raw(`min(${at('condition_before')}) % ${CONDITIONS}`),
      net_after: knex.raw(`max(${at('condition_after')}) % ${CONDITIONS}`),
      net_renamed: knex.raw('max(case when renamed then 1 else 0 end)'),
      net_by_rules: knex.raw(`min(${BY_RULES})`),
    });
}

/** The people of a range who changed again in it. An index leads to their second changes. */
export function againIn({
  tenantId,
  after,
  upTo,
}: ChangeRange): PeopleCondition {
  return query =>
    query.whereIn('object_id', again =>
      again
        .from('person_change')
        .where('tenant_id', tenantId)
        .andWhere('previous_snapshot', '>', after)
        .andWhere('snapshot', '<=', upTo)
        .select('object_id'),
    );
}

function rowsOf(
  knex: Knex,
  { tenantId, after, upTo }: ChangeRange,
  people: PeopleCondition | null,
): Knex.QueryBuilder {
  const query = knex<PersonChangeRow>('person_change')
    .where('tenant_id', tenantId)
    .andWhere('snapshot', '>', after)
    .andWhere('snapshot', '<=', upTo);
  if (people) {
    query.andWhere(people);
  }
  return query;
}
