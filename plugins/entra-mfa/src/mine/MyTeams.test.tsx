import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  formatPermille,
  type Mine,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { past, teamOf } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { renderInPortal, renderPortal } from '../../dev/testing/renderPortal';
import { HomeCard } from '../cards/HomeCard';
import { MyTeams } from './MyTeams';

// The portal keeps there what readers choose.

const payments = teamOf('Payments');
const finance = teamOf('Finance');
const { covered, uncovered, permille } = payments.coverage!;

const leading = (
  teams: Mine['teams'],
  visibility: Mine['visibility'] = 'some',
) =>
  new RecordedApi().change('getMine', mine => ({ ...mine, teams, visibility }));

it('has the gap of each team with its sub-teams, and a list behind it', async () => {
  renderPart(<MyTeams />, leading([payments, finance]));
  const { getAllByRole, getByRole } = await panel('Your 2 teams');
  const rows = getAllByRole('listitem').map(row => row.textContent);
  expect(rows[0]).toBe(
    `Paymentswith 2 sub-teams${uncovered} of ${
      covered + uncovered
    } not registered${formatPermille(permille)}target 95 % · ${
      payments.coverage!.short
    } people short`,
  );
  expect(rows[1]).toMatch(/^Financewith 1 sub-team/);
  expect(getByRole('link', { name: 'Payments' })).toHaveAttribute(
    'href',
    '/catalog/default/group/payments',
  );
  expect(
    getByRole('link', { name: new RegExp(`^${uncovered} of`) }),
  ).toHaveAttribute(
    'href',
    '/entra-mfa/people?state=uncovered&team=group%3Adefault%2Fpayments',
  );
});

it('has no list of nobody, and no figure of a team without people or that is hidden', async () => {
  renderPart(
    <MyTeams />,
    leading([
      teamOf('Treasury'),
      teamOf('Facilities'),
      { ...payments, hidden: true, coverage: null, people: null },
    ]),
  );
  const { getAllByRole } = await panel('Your 3 teams');
  const [all, nobody, hidden] = getAllByRole('listitem');
  expect(all).toHaveTextContent(/^Treasury0 of \d+ not registered100.0 %/);
  expect(all).toHaveTextContent('target met');
  expect(within(all).getAllByRole('link')).toHaveLength(1);
  expect(nobody).toHaveTextContent(/^Facilitiesnobody$/);
  expect(hidden).toHaveTextContent(/not shown$/);
  expect(hidden).not.toHaveTextContent('%');
});

it('is not there for who leads no team', async () => {
  renderPart(<MyTeams />, leading([]));
  await screen.findByText('drawn');
  expect(screen.queryByRole('heading')).toBeNull();
});

it('cannot be put away by a lead', async () => {
  renderPart(<MyTeams />, leading([payments]));
  expect(
    within((await panel('Your team')).card).queryByRole('button'),
  ).toBeNull();
});

it('is put away by who sees everybody, which is kept', async () => {
  const api = leading([payments], 'all');
  renderPortal('/entra-mfa/teams', { api });
  const own = await panel('Your team');
  await userEvent.click(own.getByRole('button', { name: 'Hide' }));
  expect(screen.queryByRole('heading', { name: 'Your team' })).toBeNull();
  await userEvent.click(screen.getByRole('tab', { name: 'Overview' }));
  const show = await screen.findByRole('button', {
    name: 'Show the teams that you lead',
  });
  expect(screen.queryByRole('heading', { name: 'Your team' })).toBeNull();
  await userEvent.click(show);
  expect(
    await screen.findByRole('heading', { name: 'Your team' }),
  ).toBeInTheDocument();
});

it.each([
  ['Overview', '/entra-mfa', 'Registered'],
  ['Teams', '/entra-mfa/teams', 'Teams'],
])('stands above the organization’s on %s', async (_, path, other) => {
  renderPortal(path, { api: leading([payments]) });
  const own = await panel('Your team');
  const theirs = await panel(other);
  expect(
    own.card.compareDocumentPosition(theirs.card) &
      Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy();
});

it('is of the day that is shown', async () => {
  const api = leading([payments]);
  renderPortal(`/entra-mfa/teams?at=${past}`, { api });
  await panel('Your team');
  expect(api.last('getMine')?.query).toEqual({ at: past });
  expect(screen.getByRole('link', { name: /of \d+ not/ })).toHaveAttribute(
    'href',
    `/entra-mfa/people?state=uncovered&team=group%3Adefault%2Fpayments&at=${past}`,
  );
});

it('stands in the widget of the home page, above the organization’s', async () => {
  renderInPortal(<HomeCard />, { api: leading([payments]) });
  const own = await screen.findByRole('region', { name: 'Your team' });
  const figure = await screen.findByText(/people counted have registered/);
  expect(
    own.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy();
});

it('comes from the catalog’s own words of who leads', async () => {
  renderPortal('/entra-mfa', { scenario: 'lead' });
  expect(
    (await panel('Your team')).getByRole('link', { name: 'Payments' }),
  ).toBeInTheDocument();
});
