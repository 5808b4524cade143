import { screen } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { formatPermille, type Team } from 'backstage-plugin-entra-mfa-common';
import { fixtureFetch } from '../../dev/fixture/fixtureFetch';
import type { Scenario } from '../../dev/fixture/scenarios';
import { teamAnswer } from '../../dev/fixture/teamAnswers';
import { FixtureTenant } from '../../dev/fixture/tenant';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { EntityEntraMfaGroupCard } from './EntityEntraMfaGroupCard';

function renderCard(
  name: string,
  scenario: Scenario = 'healthy',
  answer = fixtureFetch(scenario),
) {
  const asked: string[] = [];
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
    {
      fetch: (input, init) => {
        asked.push(new URL(new Request(input, init).url).pathname);
        return answer(input, init);
      },
    },
  );
  return asked;
}

const payments = teamAnswer(
  new FixtureTenant('healthy', Date.now()),
  'group:default/payments',
);
if (!payments) throw new Error('the fixture has no Payments');
const { covered, uncovered, permille } = payments.coverage!;

it('shows the coverage, the sub-teams, the names and what the team reaches', async () => {
  const asked = renderCard('payments');
  expect(
    await screen.findByText(`${covered} of ${covered + uncovered} registered`),
  ).toBeInTheDocument();
  expect(screen.getByText(formatPermille(permille) ?? '')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Ledger' })).toHaveAttribute(
    'href',
    '/catalog/default/group/ledger',
  );
  expect(await screen.findAllByText(/^since /)).toHaveLength(8);
  expect(
    screen.getByRole('link', { name: `and ${uncovered - 8} more` }),
  ).toHaveAttribute(
    'href',
    '/entra-mfa/people?team=group%3Adefault%2Fpayments&state=uncovered&tenant=contoso',
  );
  expect(
    await screen.findByRole('link', { name: /^Reaches \d+ components/ }),
  ).toHaveAttribute(
    'href',
    '/entra-mfa/services?team=group%3Adefault%2Fpayments&tenant=contoso',
  );
  // The team, its people, what they lost, and what they reach: one request each.
  expect(asked).toHaveLength(4);
});

it('counts for who may not see names, and says who may, without asking for people', async () => {
  const asked = renderCard('payments', 'hidden-names');
  expect(
    await screen.findByText(`${uncovered} people are not registered.`),
  ).toBeInTheDocument();
  expect(screen.getByText('entra-mfa.people.read')).toBeInTheDocument();
  expect(asked.filter(path => path.endsWith('/people'))).toEqual([]);
});

it('keeps the figures of a small team, and says who may see them', async () => {
  const asked = renderCard('ledger', 'hidden-names');
  expect(
    await screen.findByText(
      /^Figures of fewer than 5 people are shown to who may see their names/,
    ),
  ).toBeInTheDocument();
  expect(screen.getByText('entra-mfa.people.read')).toBeInTheDocument();
  expect(screen.queryByText(/registered/)).not.toBeInTheDocument();
  expect(asked).toHaveLength(1);
});

it('says in one line that everyone is registered, with how strong', async () => {
  renderCard('treasury');
  expect(
    await screen.findByText(/^All \d+ people are registered\.$/),
  ).toBeInTheDocument();
  expect(screen.getByText('app or token')).toBeInTheDocument();
  expect(screen.queryByText('Not registered')).not.toBeInTheDocument();
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
});

it('opens the page of the cloud where its people register, and says each day on which phones stop', async () => {
  const changed: Team = {
    ...payments,
    tenant: {
      ...payments.tenant,
      securityInfoUrl: 'https://mysignins.azure.us/security-info',
    },
    phoneOnly: 3,
    phoneEnds: [
      { date: '2027-02-01', count: 2 },
      { date: '2027-07-01', count: 1 },
    ],
  };
  const answer = fixtureFetch('healthy');
  renderCard('payments', 'healthy', async (input, init) => {
    const { pathname } = new URL(new Request(input, init).url);
    return pathname.endsWith('/teams/group/default/payments')
      ? new Response(JSON.stringify(changed), {
          headers: { 'Content-Type': 'application/json' },
        })
      : answer(input, init);
  });
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
