import type {
  Team,
  TeamSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { HiddenTeams } from '../../assess/smallTeams';

/** A team as a caller is told of it from whom some are hidden. */
export function hideFigures(
  summary: TeamSummary,
  hidden: HiddenTeams,
): TeamSummary {
  if (hidden.teams.has(summary.ref)) {
    return {
      ...summary,
      hidden: true,
      people: null,
      coverage: null,
      direct: null,
      phoneOnly: null,
      phoneEnds: null,
      unknown: null,
      change30Days: null,
      forecast: null,
    };
  }
  return hidden.own.has(summary.ref) ? { ...summary, direct: null } : summary;
}

/** As `hideFigures`, for a whole team with its sub-teams and history. */
export function hideTeam(team: Team, hidden: HiddenTeams): Team {
  return {
    ...team,
    ...hideFigures(team, hidden),
    ...(hidden.teams.has(team.ref) && { counts: null, series: [] }),
    children: team.children.map(child => hideFigures(child, hidden)),
  };
}
