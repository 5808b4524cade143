import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import type { Scenario } from '../../dev/answers/scenarios';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { EntityEntraMfaGroupCard } from './EntityEntraMfaGroupCard';

function renderCard(
  name: string,
  scenario: Scenario = 'healthy',
  api = new RecordedApi(scenario),
) {
  renderInPortal(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name, namespace: 'default' },
      }}
    >
      <EntityEntraMfaGroupCard />
    </EntityProvider>,
    { api },
  );
  return api;
}

const teamNamed = (name: string) =>
  healthy.answer('getTeam', { kind: 'group', namespace: 'default', name });

const payments = teamNamed('payments');
const { covered, uncovered, permille } = payments.coverage!;

it('shows the coverage, the sub-teams, the names and what the team reaches', async () => {
  const api = renderCard('payments');
  expect(
    await screen.findByText(`${covered} of ${covered + uncovered} registered`),
  ).toBeInTheDocument();
  expect(screen.getByText(formatPermille(permille) ?? '')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Ledger' })).toHaveAttribute(
    'href',
    '/catalog/default/group/ledger',
  );
  expect(await screen.findAllByText(/since (before )?\d/)).toHaveLength(8);
  expect(
    screen.getByRole('link', { name: `See all ${uncovered}` }),
  ).toHaveAttribute(
    'href',
    `/entra-mfa/people?team=group%3Adefault%2Fpayments&state=uncovered&tenant=${tenant}`,
  );
  expect(
    await screen.findByRole('link', { name: /^Reaches \d+ component/ }),
  ).toHaveAttribute(
    'href',
    `/entra-mfa/services?team=group%3Adefault%2Fpayments&tenant=${tenant}`,
  );
  expect(document.querySelector('.bui-Skeleton')).toBeNull();
  expect(screen.queryByText(/not in the last read/)).toBeNull();
  // The team, its people, what they lost, what they reach, the requests that wait and what is mine.
  expect(api.sent).toHaveLength(6);
});

it('counts for who may not see names, and says who may, without asking for people', async () => {
  const api = renderCard('payments', 'counts-only');
  expect(
    await screen.findByText(`${uncovered} people are not registered.`),
  ).toBeInTheDocument();
  expect(screen.getByText('entra-mfa.people.read')).toBeInTheDocument();
  expect(api.last('getPeople')).toBeUndefined();
  // No list where nobody could be seen.
  expect(screen.queryByRole('link', { name: /\d (of|more)/ })).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

it('keeps the figures of a small team, and says who may see them', async () => {
  const api = renderCard('ledger', 'counts-only');
  expect(
    await screen.findByText(
      /^Figures of fewer than 5 people are visible only to people who can see the names/,
    ),
  ).toBeInTheDocument();
  expect(screen.getByText('entra-mfa.people.read')).toBeInTheDocument();
  expect(screen.queryByText(/registered/)).not.toBeInTheDocument();
  expect(api.sent).toHaveLength(1);
});

it('says in one line that everyone is registered, with how strong', async () => {
  renderCard('treasury');
  const { coverage } = teamNamed('treasury');
  expect(
    await screen.findByText(`All ${coverage!.covered} people are registered.`),
  ).toBeInTheDocument();
  expect(screen.getByText('app or token')).toBeInTheDocument();
  expect(screen.queryByText('Not registered')).not.toBeInTheDocument();
});

it('says that everybody who would count is exempt, and until when', async () => {
  renderCard('warehouse');
  const { counts } = teamNamed('warehouse');
  expect(
    await screen.findByText(
      `All ${counts!.states.exempt} people in scope are exempt.`,
    ),
  ).toBeInTheDocument();
  expect(
    screen.getByText('Exempt until 21 Mar 2027 (approved by person1)'),
  ).toBeInTheDocument();
});

it('says that a team has nobody, with no percentage', async () => {
  renderCard('facilities');
  expect(await screen.findByText(/^Nobody in this team/)).toBeInTheDocument();
  expect(screen.queryByText(/%/)).not.toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});

it('says of a team that was never read that it comes with the next read', async () => {
  renderCard('unheard-of');
  expect(
    await screen.findByText(/^This team is not in the last read/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.querySelector('.bui-Skeleton')).toBeNull();
});

it('shows nothing to who may not read figures', async () => {
  const api = renderCard('payments', 'no-permission');
  await waitFor(() => expect(api.answered).toBe(1));
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(screen.queryByText('MFA in this team')).not.toBeInTheDocument();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getTeam', 503, 'No database');
  renderCard('payments', 'healthy', api);
  expect(await screen.findByText('MFA in this team')).toBeInTheDocument();
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(/No database/);
  expect(document.querySelector('.bui-Skeleton')).toBeNull();
  expect(screen.queryByText(/not in the last read/)).toBeNull();
  api.change('getTeam', body => body);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(
    await screen.findByText(`${covered} of ${covered + uncovered} registered`),
  ).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('shows that it waits, and nothing else yet', async () => {
  renderCard('payments', 'healthy', new RecordedApi().silence('getTeam'));
  expect(await screen.findByText('MFA in this team')).toBeInTheDocument();
  expect(document.querySelectorAll('.bui-Skeleton')).toHaveLength(1);
  expect(screen.queryByText(/not in the last read/)).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('opens the page of the cloud where its people register, and says each day on which phones stop', async () => {
  const [, later] = payments.phoneEnds!;
  expect(later).toEqual({ date: '2027-07-01', count: 1 });
  const api = new RecordedApi().change('getTeam', team => ({
    ...team,
    tenant: {
      ...team.tenant,
      securityInfoUrl: 'https://mysignins.azure.us/security-info',
    },
  }));
  renderCard('payments', 'healthy', api);
  expect(
    await screen.findByRole('link', { name: /^How to register/ }),
  ).toHaveAttribute('href', 'https://mysignins.azure.us/security-info');
  expect(
    screen.getByText('2 more only have a phone: blocked from 1 Feb 2027'),
  ).toBeInTheDocument();
  expect(
    screen.getByText('1 more only has a phone: blocked from 1 Jul 2027'),
  ).toBeInTheDocument();
});
