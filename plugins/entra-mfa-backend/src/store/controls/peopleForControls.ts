import type { Knex } from 'knex';
import { standingOf } from '../../assess/classifyChange';
import { unpackCondition } from '../../assess/condition';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** A time after which something was, and one up to which. */
export interface Window {
  after: Date;
  upTo: Date;
}

/** People at a snapshot as `p`: who of them, for what tests count, of the tenant as of a team. */
export type PeopleFilter = (people: Knex.QueryBuilder) => Knex.QueryBuilder;

/** Privileged people in scope. */
export const privileged: PeopleFilter = people =>
  people
    .where('p.privileged_rank', '<=', 0)
    .andWhere('p.privileged', true)
    .whereNot('p.state', 'out-of-scope');

/** A condition on people as `p`, where one statement tells several apart. */
export interface PeopleCondition {
  sql: string;
  bindings: (Date | string)[];
}

/** Counted accounts that were made in a time. */
export const hasJoinedIn = ({ after, upTo }: Window): PeopleCondition => ({
  sql: `p.state in ('covered', 'uncovered') and p.created_at > ? and p.created_at <= ?`,
  bindings: [after, upTo],
});

/** Whose leave date is over. */
export const hasLeftBy = (at: Date): PeopleCondition => ({
  sql: 'p.leave_at <= ?',
  bindings: [at],
});

/** Those of a condition. */
export const those =
  ({ sql, bindings }: PeopleCondition): PeopleFilter =>
  people =>
    people.whereRaw(sql, bindings);

/**
 * Who is uncovered since a time, because they lost a registration: not by another rule, and not because it was never
 * known.
 *
 * @returns their ids, each once
 */
export async function readLost(
  knex: Knex,
  view: SnapshotView,
  { after, upTo }: Window,
): Promise<string[]> {
  const rows: {
    object_id: string;
    condition_before: number;
    condition_after: number;
  }[] = await knex({ p: 'person' })
    .join({ c: 'person_change' }, join =>
      join.on('c.tenant_id', 'p.tenant_id').andOn('c.object_id', 'p.object_id'),
    )
    .where(versionAt(view, 'p'))
    .andWhere('p.state', 'uncovered')
    .andWhere('p.since', '>', after)
    .andWhere('p.since', '<=', upTo)
    .andWhere('c.snapshot', '<=', view.snapshot)
    .andWhere('c.by_rules', false)
    .select('p.object_id', 'c.condition_before', 'c.condition_after');
  const standing = (packed: number) => {
    const condition = unpackCondition(packed);
    return condition && standingOf(condition);
  };
  const lost = rows
    .filter(
      row =>
        standing(row.condition_before) === 'registered' &&
        standing(row.condition_after) !== 'registered',
    )
    .map(row => row.object_id);
  return [...new Set(lost)];
}
