import type {
  ControlResult,
  ControlStatus,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { statusOf } from './statusOf';
import { isAboutAll, isTeamTest, type TeamOutcomes } from './teamTests';

/** Where a control stands for a team, as far as somebody may be told. */
export interface TeamStanding {
  /** Null where what is not told decides, and where none of its tests is one that a team can answer. */
  status: Exclude<ControlStatus, 'disabled'> | null;
  /** What is told of its tests. */
  results: ControlResult[];
  /** Whether there are others, which are not told. */
  withheld: boolean;
}

/**
 * What the tests of a control come to for a team: as for a tenant, by those that a team can answer. A test that is not
 * told decides nothing that is: then the control is missed where one is missed that is told, and otherwise says nothing.
 *
 * @param seesNames - whether the names of all of the team are seen
 */
export function teamStanding(
  tests: readonly string[],
  outcomes: TeamOutcomes,
  { isFresh, seesNames }: { isFresh: boolean; seesNames: boolean },
): TeamStanding {
  const ofTeam = tests.filter(isTeamTest);
  const results = ofTeam
    .filter(test => seesNames || isAboutAll(test))
    // Tests that modules add are of the tenant.
    .map(test => ({ ...outcomes[test], added: null }));
  const withheld = results.length < ofTeam.length;
  const status = statusOf(results);
  if (ofTeam.length === 0 || (withheld && status !== 'not-met')) {
    return { status: null, results, withheld };
  }
  return { status: isFresh ? status : 'stale', results, withheld };
}
