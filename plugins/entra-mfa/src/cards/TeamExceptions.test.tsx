import { screen } from '@testing-library/react';
import { healthy } from '../../dev/testing/contoso';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { TeamExceptions } from './TeamExceptions';

const team = healthy.answer('getTeam', {
  kind: 'group',
  namespace: 'default',
  name: 'treasury',
});
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
  [
    'of a team above, without names',
    { ...exception, group: above.ref, approvedBy: null },
    `Exempt with ${above.title} until 4 Mar 2027`,
  ],
  [
    'of a team that is no longer above it',
    { ...exception, group: 'group:default/gone', approvedBy: null },
    'Exempt with gone until 4 Mar 2027',
  ],
])('tells an exception %s', async (_, one, text) => {
  renderInPortal(<TeamExceptions team={{ ...team, exceptions: [one] }} />);
  expect(await screen.findByText(text)).toBeInTheDocument();
});
