import type { Knex } from 'knex';
import { coverageAt } from '../asOf/coverageAt';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** A team with its counts at a snapshot. */
export interface TeamRow {
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
  /** JSON of the contract's `phoneEndsSchema`. */
  phoneEnds: string | null;
  unknown: number;
}

/** Teams with their counts at a snapshot. The tables are `t` (team) and `c` (coverage). */
export function teamQuery(knex: Knex, view: SnapshotView): Knex.QueryBuilder {
  return knex({ t: 'team' })
    .join({ c: 'coverage' }, 'c.team_ref', 't.team_ref')
    .where(versionAt(view, 't'))
    .andWhere(coverageAt(knex, view, { coverage: 'c', teamRef: 't.team_ref' }))
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
      phoneEnds: 'c.phone_ends',
      unknown: 'c.unknown',
    });
}
