import type { CoverageLine } from '../assess/types';
import { foldText } from '../store/sql/foldText';
import { insertAssessed } from '../store/evaluate/insertAssessed';
import { readAssessed } from '../store/evaluate/readAssessed';
import type { TeamRow } from '../store/sql/tables';
import type { AssessContext } from './AssessContext';
import { diffRows } from './diffRows';
import { sortName } from '../store/sql/sortName';
import { teamTarget } from '../assess/teamTarget';
import type { TeamHierarchy } from './TeamHierarchy';

type NewTeamRow = Omit<TeamRow, 'tenant_id' | 'from_snapshot' | 'to_snapshot'>;
type NewCoverageRow = CoverageLine & { team_ref: string };

/**
 * Writes the teams and the lines of counts that are not as they were.
 *
 * @param lines - the counts by team ref; the tenant's own under the empty ref
 */
export async function assessTeams(
  context: AssessContext,
  forest: TeamHierarchy,
  lines: ReadonlyMap<string, CoverageLine>,
): Promise<void> {
  const { knex, claim, rules, changes, number } = context;
  const team = diffRows<NewTeamRow>(
    forest.teams.map(one => ({
      team_ref: one.ref,
      title: one.title,
      sort_name: sortName(one.title),
      search_text: foldText(`${one.title}\n${one.ref}`),
      parent_ref: forest.teams[one.parent]?.ref ?? null,
      depth: one.depth,
      sub_teams: one.subTeams,
      target_permille: teamTarget(one.target) ?? rules.targetPermille,
    })),
    await readAssessed(knex, 'team', claim),
    row => row.team_ref,
  );
  const coverage = diffRows<NewCoverageRow>(
    [...lines].map(([team_ref, line]) => ({ team_ref, ...line })),
    await readAssessed(knex, 'coverage', claim),
    row => row.team_ref,
  );
  changes.replaced.team = team.replaced;
  changes.replaced.coverage = coverage.replaced;
  const refs = new Set([
    ...team.replaced,
    ...coverage.replaced,
    ...team.written.map(row => row.team_ref),
    ...coverage.written.map(row => row.team_ref),
  ]);
  refs.delete('');
  changes.groupRefs = [...refs];
  await insertAssessed(knex, claim, number, {
    team: team.written,
    coverage: coverage.written,
  });
}
