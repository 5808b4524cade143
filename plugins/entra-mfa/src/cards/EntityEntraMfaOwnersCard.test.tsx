import { screen, waitFor } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { EntityOwners } from 'backstage-plugin-entra-mfa-common';
import type { Scenario } from '../../dev/fixture/scenarios';
import { entityOwnersAnswer } from '../../dev/fixture/serviceAnswers';
import { FixtureTenant } from '../../dev/fixture/tenant';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { EntityEntraMfaOwnersCard } from './EntityEntraMfaOwnersCard';

function renderCard(
  name: string,
  options: { scenario?: Scenario; fetch?: typeof fetch } = {},
) {
  renderInPortal(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, namespace: 'default' },
      }}
    >
      <EntityEntraMfaOwnersCard />
    </EntityProvider>,
    options,
  );
}

function ownersOf(name: string): EntityOwners {
  const tenant = new FixtureTenant('healthy', Date.now());
  const owners = entityOwnersAnswer(tenant, `component:default/${name}`);
  if (!owners?.figure) throw new Error(`the fixture has no ${name}`);
  return owners;
}

/** Answers with what a test changes of the owners of Payments' service. */
function answering(change: (owners: EntityOwners) => EntityOwners) {
  return async () =>
    new Response(JSON.stringify(change(ownersOf('payments-web'))), {
      headers: { 'Content-Type': 'application/json' },
    });
}

const figureOf = (covered: number, uncovered: number) => ({
  people: covered + uncovered,
  covered,
  uncovered,
  unknown: 0,
  exempt: 0,
  phoneOnly: 0,
  phoneEnds: [],
  privilegedUncovered: null,
  ownersNotFound: 0,
});

it('says how many owners are not registered, who, and which team it is', async () => {
  const { figure, people } = ownersOf('payments-web');
  const { covered, uncovered, phoneEnds } = figure!;
  renderCard('payments-web');
  expect(
    await screen.findByText(
      `${uncovered} of ${covered + uncovered} owners are not registered`,
    ),
  ).toBeInTheDocument();
  const [{ count }, later] = phoneEnds;
  expect(
    screen.getByText(`${count} only have a phone: blocked from 1 Feb 2027`),
  ).toBeInTheDocument();
  expect(later.count).toBe(1);
  expect(
    screen.getByText('1 only has a phone: blocked from 1 Jul 2027'),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Payments' })).toHaveAttribute(
    'href',
    '/catalog/default/group/payments',
  );
  expect(
    screen.getAllByRole('link', { name: people[0].displayName })[0],
  ).toHaveAttribute(
    'href',
    `/entra-mfa/people/contoso/${people[0].id}?tenant=contoso`,
  );
  expect(screen.getByText(`and ${uncovered - 8} more`)).toBeInTheDocument();
});

it('counts for who may not see names, and says who may', async () => {
  const { people, figure } = ownersOf('payments-web');
  renderCard('payments-web', { scenario: 'hidden-names' });
  expect(
    await screen.findByText(new RegExp(`^${figure!.uncovered} of `)),
  ).toBeInTheDocument();
  expect(screen.getByText('entra-mfa.people.read')).toBeInTheDocument();
  expect(screen.queryByText(people[0].displayName)).not.toBeInTheDocument();
});

it.each<[string, (owners: EntityOwners) => EntityOwners, string | RegExp]>([
  [
    'that everyone is registered',
    owners => ({ ...owners, figure: figureOf(4, 0), people: [] }),
    'All 4 owners are registered.',
  ],
  [
    'that one of several is not',
    owners => ({ ...owners, figure: figureOf(8, 1), people: [] }),
    '1 of 9 owners is not registered',
  ],
  [
    'that the only owner is not',
    owners => ({ ...owners, figure: figureOf(0, 1), people: [] }),
    'The one owner is not registered',
  ],
  [
    'MFA capable where that is what counts',
    owners => ({
      ...owners,
      basis: 'capable',
      figure: figureOf(7, 2),
      people: [],
    }),
    '2 of 9 owners are not MFA capable',
  ],
  [
    'that nobody counts, and which owner was not found',
    owners => ({
      ...owners,
      figure: figureOf(0, 0),
      owners: [{ ref: 'group:default/gone', title: null, found: false }],
      people: [],
    }),
    /not found in the catalog/,
  ],
  [
    'that there are too few to be shown',
    owners => ({ ...owners, figure: null, people: [], visibility: 'none' }),
    /^There are so few owners/,
  ],
  [
    'how many of them are privileged',
    owners => ({
      ...owners,
      figure: { ...figureOf(7, 2), privilegedUncovered: 1 },
      people: [],
    }),
    '1 of them is privileged',
  ],
])('says %s', async (_, change, text) => {
  renderCard('payments-web', { fetch: answering(change) });
  expect(await screen.findByText(text)).toBeInTheDocument();
  expect(screen.queryByText(/%/)).not.toBeInTheDocument();
});

it('says of an entity that was never read that it comes with the next read', async () => {
  renderCard('unheard-of');
  expect(
    await screen.findByText(/^The last read names no owner/),
  ).toBeInTheDocument();
});

it('shows nothing to who may not read figures', async () => {
  renderCard('payments-web', { scenario: 'no-permission' });
  await waitFor(() =>
    expect(screen.queryByText('MFA of the owners')).not.toBeInTheDocument(),
  );
});
