import type { Knex } from 'knex';
import type { TeamSize } from '../../assess/smallTeams';
import { coverageAt } from '../asOf/coverageAt';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** How many people each team is about, the upper teams first. */
export async function readTeamSizes(
  knex: Knex,
  view: SnapshotView,
): Promise<TeamSize[]> {
  return knex({ t: 'team' })
    .join({ c: 'coverage' }, 'c.team_ref', 't.team_ref')
    .where(versionAt(view, 't'))
    .andWhere(coverageAt(knex, view, { coverage: 'c', teamRef: 't.team_ref' }))
    .orderBy(['t.depth', 't.team_ref'])
    .select({
      ref: 't.team_ref',
      parentRef: 't.parent_ref',
      inScope: 'c.in_scope',
      own: knex.raw('c.direct_covered + c.direct_uncovered'),
    });
}
