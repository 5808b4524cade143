import { screen } from '@testing-library/react';
import { healthy } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import type { ShownTeam } from '../teams/shownTeam';
import { TeamFigure } from './TeamFigure';

const team = healthy.answer('getTeam', {
  kind: 'group',
  namespace: 'default',
  name: 'payments',
}) as ShownTeam;
const { counts } = team;

/** A team of so many who are covered, not covered, not known and exempt. */
function teamOf(
  covered: number,
  uncovered: number,
  unknown = 0,
  exempt = 0,
): ShownTeam {
  return {
    ...team,
    coverage: {
      ...team.coverage,
      covered,
      uncovered,
      permille: covered + uncovered > 0 ? 777 : null,
    },
    unknown,
    counts: { ...counts, states: { ...counts.states, exempt } },
  };
}

/** The same, counted on MFA capable. */
const capable = (of: ShownTeam): ShownTeam => ({
  ...of,
  counts: {
    ...of.counts,
    reasons: [{ state: 'uncovered', reason: 'not-capable', count: 1 }],
  },
});

it.each<[string, ShownTeam]>([
  ['7 of 9 registered77.7 % target 95 %', teamOf(7, 2)],
  ['7 of 9 MFA capable77.7 % target 95 %', capable(teamOf(7, 2))],
  ['All 9 people are registered.', teamOf(9, 0)],
  ['All 9 people are MFA capable.', capable(teamOf(9, 0))],
  ['The one person of this team is registered.', teamOf(1, 0)],
  ['3 people are not known yet.', teamOf(0, 0, 3, 2)],
  ['1 person is not known yet.', teamOf(0, 0, 1, 0)],
  ['All 2 people in scope are exempt.', teamOf(0, 0, 0, 2)],
  ['The one person in scope is exempt.', teamOf(0, 0, 0, 1)],
  [
    'Nobody in this team is known to Microsoft Entra and in scope.',
    teamOf(0, 0),
  ],
])('says: %s', async (text, of) => {
  renderPart(<TeamFigure team={of} target="target 95 %" />);
  const drawn = await screen.findByText('drawn');
  expect(drawn.previousElementSibling?.textContent).toBe(text);
});
