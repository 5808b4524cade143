import type { TeamStandingOf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { controlKey } from '../../assess/controls/framework';
import { teamStanding } from '../../assess/controls/teamStanding';
import type { AssessedTeam } from './readTeamOutcomes';
import type { controlOf } from './getControls';
import type { Standings } from './readStandings';

const untold = { status: null, results: [], withheld: false };

/**
 * Where a control stands for a team. What does not apply to the tenant does not apply to its teams, and what is stale for
 * the one is so for the others.
 *
 * @param team - null where nothing was tested, and where it is too small to be told
 */
export function standingFor(
  { framework, control }: ReturnType<typeof controlOf>,
  standings: Standings,
  team: AssessedTeam | null,
  seesNames: boolean,
): TeamStandingOf {
  const status = standings.statusOf(controlKey(framework, control));
  if (status === 'disabled') return { ...untold, status };
  return team && status
    ? teamStanding(control.tests, team.outcomes, {
        isFresh: status !== 'stale',
        seesNames,
      })
    : untold;
}
