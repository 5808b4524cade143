import { screen } from '@testing-library/react';
import { teamAnswer } from '../../dev/fixture/teamAnswers';
import { FixtureTenant } from '../../dev/fixture/tenant';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { TeamExceptions } from './TeamExceptions';

const answer = teamAnswer(
  new FixtureTenant('healthy', Date.now()),
  'group:default/treasury',
);
if (!answer) throw new Error('the fixture has no such team');
const team = answer;
const [above] = team.ancestors;
const exception = { id: 'e', group: team.ref, until: '2027-03-04' };
const approvedBy = 'user:default/sam';

it.each([
  [
    'of the team',
    { ...exception, approvedBy },
    'Exempt until 4 Mar 2027 (approved by sam)',
  ],
  [
    'without names',
    { ...exception, approvedBy: null },
    'Exempt until 4 Mar 2027',
  ],
  [
    'of a team above',
    { ...exception, group: above.ref, approvedBy },
    `Exempt with ${above.title} until 4 Mar 2027 (approved by sam)`,
  ],
])('tells an exception %s', async (_, one, text) => {
  renderInPortal(<TeamExceptions team={{ ...team, exceptions: [one] }} />);
  expect(await screen.findByText(text)).toBeInTheDocument();
});
