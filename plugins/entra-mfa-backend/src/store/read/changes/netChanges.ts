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
  return rowsOf(knex, range, people)
    .andWhere(againIn(range))
    .groupBy('object_id')
    .select({
      object_id: 'object_id',
      last_snapshot: knex.raw('max(snapshot)'),
      ...netOf(knex),
    });
}

/** What several rows of a person come to. */
function netOf(knex: Knex) {
  // The earliest and the latest row of a person carry their condition in the lower digits.
  const at = (column: string) =>
    `cast(snapshot as bigint) * ${CONDITIONS} + ${column}`;
  return {
    net_before: knex.raw(`min(${at('condition_before')}) % ${CONDITIONS}`),
    net_after: knex.raw(`max(${at('condition_after')}) % ${CONDITIONS}`),
    net_renamed: knex.raw('max(case when renamed then 1 else 0 end)'),
    net_by_rules: knex.raw(`min(${BY_RULES})`),
  };
}

/**
 * Everybody who changed in a range that is made of several, one after the other, once for each in which
 * they did: `part` is its index.
 *
 * @param team - people who are in it at either end of the part in which they changed
 */
export function changedInParts(
  knex: Knex,
  parts: readonly ChangeRange[],
  team: { ref: string; includeSubTeams: boolean } | null,
): Knex.QueryBuilder {
  const of = (value: (part: ChangeRange, index: number) => number) => {
    const cases = parts.map(
      (part, index) =>
        `when snapshot <= ${part.upTo} then ${value(part, index)}`,
    );
    return `case ${cases.join(' ')} end`;
  };
  const { tenantId, after } = parts[0];
  const { upTo } = parts[parts.length - 1];
  const isMemberAt = (snapshot: string) =>
    `(m.from_snapshot <= ${snapshot} and m.to_snapshot > ${snapshot})`;
  const members =
    team &&
    knex({ m: 'person_team' })
      .where({ 'm.tenant_id': tenantId, 'm.team_ref': team.ref })
      .andWhere('m.object_id', knex.ref('person_change.object_id'))
      .andWhereRaw(
        `(${isMemberAt(of(part => part.after))} or ${isMemberAt(
          of(part => part.upTo),
        )})`,
      )
      .select(knex.raw('1'));
  if (members && !team.includeSubTeams) {
    members.andWhere('m.direct', true);
  }
  return rowsOf(
    knex,
    { tenantId, after, upTo },
    members && (query => query.whereExists(members)),
  )
    .groupByRaw('object_id, part')
    .select({
      object_id: 'object_id',
      part: knex.raw(of((_, index) => index)),
      ...netOf(knex),
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
