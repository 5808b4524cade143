import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { coverageAt } from '../asOf/coverageAt';
import type { TeamRow } from './teamQuery';
import type { SnapshotView } from '../asOf/types';

/** A team's counts at the snapshot to compare with; null where the team was not there. */
interface TeamBefore {
  coveredBefore: number | null;
  uncoveredBefore: number | null;
  inScopeBefore: number | null;
}

/** A team with its counts, as a list shows it. */
export type TeamListRow = TeamRow & TeamBefore;

/** The teams of a page with their counts at an earlier snapshot; null where history is too short. */
export async function readTeamsBefore(
  knex: Knex,
  before: SnapshotView | null,
  teams: readonly TeamRow[],
): Promise<TeamListRow[]> {
  const found: (TeamBefore & { ref: string })[] =
    before && teams.length > 0
      ? await knex({ c: 'coverage' })
          .where(
            keyIn(
              knex,
              'c.team_ref',
              teams.map(({ ref }) => ref),
            ),
          )
          .andWhere(
            coverageAt(knex, before, {
              coverage: 'c',
              teamRef: 'c.team_ref',
            }),
          )
          .select({
            ref: 'c.team_ref',
            coveredBefore: 'c.covered',
            uncoveredBefore: 'c.uncovered',
            inScopeBefore: 'c.in_scope',
          })
      : [];
  const byRef = new Map(found.map(({ ref, ...row }) => [ref, row]));
  return teams.map(team => ({
    ...team,
    ...(byRef.get(team.ref) ?? {
      coveredBefore: null,
      uncoveredBefore: null,
      inScopeBefore: null,
    }),
  }));
}
