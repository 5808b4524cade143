import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { on, percent, yesNo, type Columns } from '../Cell';

/** What a file tells of a team. What is hidden from the caller is empty. */
export const teamColumns: Columns<TeamSummary> = {
  Team: team => team.title,
  'Team ref': team => team.ref,
  'Parent ref': team => team.parentRef,
  Level: team => team.depth,
  'Sub-teams': team => team.subTeams,
  'Figures hidden': team => yesNo(team.hidden),
  People: team => team.people,
  Covered: team => team.coverage && team.coverage.covered,
  'Not covered': team => team.coverage && team.coverage.uncovered,
  'Not known': team => team.unknown,
  'Coverage (%)': team => percent(team.coverage?.permille),
  'Target (%)': team => percent(team.targetPermille),
  'People short of the target': team => team.coverage && team.coverage.short,
  'Target met': team => yesNo(team.coverage && team.coverage.met),
  'Own members: covered': team => team.direct && team.direct.covered,
  'Own members: not covered': team => team.direct && team.direct.uncovered,
  'Own members: coverage (%)': team => percent(team.direct?.permille),
  'Only a phone': team => team.phoneOnly,
  'Change in 30 days (percentage points)': team => percent(team.change30Days),
  'Target expected on': team => on(team.forecast?.expected),
};
