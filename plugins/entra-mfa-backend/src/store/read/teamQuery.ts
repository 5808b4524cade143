import type { Knex } from 'knex';
import type { SnapshotView } from './types';
import { versionAt } from './versionAt';

/** A team with its counts, as a list shows it. */
export interface TeamListRow {
  ref: string;
  title: string;
  sortName: string;
  parentRef: string | null;
  depth: number;
  subTeams: number;
  targetPermille: number;
  people: number;
  covered: number;
  uncovered: number;
  directCovered: number;
  directUncovered: number;
  phoneOnly: number;
  unknown: number;
  /** At the snapshot to compare with; null where the team was not there. */
  coveredBefore: number | null;
  uncoveredBefore: number | null;
  inScopeBefore: number | null;
}

/**
 * Teams with their counts at a snapshot, and with those of an earlier one to compare with. The tables
 * are `t` (team), `c` (coverage) and `b` (coverage before).
 */
export function teamQuery(
  knex: Knex,
  view: SnapshotView,
  before: SnapshotView | null,
): Knex.QueryBuilder {
  return knex({ t: 'team' })
    .join({ c: 'coverage' }, 'c.team_ref', 't.team_ref')
    .leftJoin({ b: 'coverage' }, join =>
      join
        .on('b.team_ref', 't.team_ref')
        .andOnVal('b.tenant_id', view.tenantId)
        .andOnVal('b.from_snapshot', '<=', before?.snapshot ?? 0)
        .andOnVal('b.to_snapshot', '>', before?.snapshot ?? 0),
    )
    .where(versionAt(view, 't'))
    .andWhere(versionAt(view, 'c'))
    .select({
      ref: 't.team_ref',
      title: 't.title',
      sortName: 't.sort_name',
      parentRef: 't.parent_ref',
      depth: 't.depth',
      subTeams: 't.sub_teams',
      targetPermille: 't.target_permille',
      people: 'c.people',
      covered: 'c.covered',
      uncovered: 'c.uncovered',
      directCovered: 'c.direct_covered',
      directUncovered: 'c.direct_uncovered',
      phoneOnly: 'c.phone_only',
      unknown: 'c.unknown',
      coveredBefore: 'b.covered',
      uncoveredBefore: 'b.uncovered',
      inScopeBefore: 'b.in_scope',
    });
}
