import { screen, waitFor } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { EntityOwners } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { EntityEntraMfaOwnersCard } from './EntityEntraMfaOwnersCard';

function renderCard(name: string, api = new RecordedApi()) {
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
    { api },
  );
  return api;
}

const ownersOf = (name: string) =>
  healthy.answer('getEntityOwners', {
    kind: 'component',
    namespace: 'default',
    name,
  });

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
  const { covered, uncovered, phoneEnds, privilegedUncovered } = figure!;
  renderCard('payments-web');
  expect(
    await screen.findByText(
      `${uncovered} of ${covered + uncovered} owners are not registered`,
    ),
  ).toBeInTheDocument();
  const [{ count }, later] = phoneEnds;
  expect(
    screen.getByText(`${privilegedUncovered} of them is privileged`),
  ).toBeInTheDocument();
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
  const links = screen
    .getAllByRole('listitem')
    .map(item => item.querySelector('a'));
  expect(links.map(link => link?.textContent)).toEqual(
    people.slice(0, 8).map(({ displayName }) => displayName),
  );
  expect(links.map(link => link?.getAttribute('href'))).toEqual(
    people
      .slice(0, 8)
      .map(({ id }) => `/entra-mfa/people/${tenant}/${id}?tenant=${tenant}`),
  );
  expect(screen.getByText(`and ${uncovered - 8} more`)).toBeInTheDocument();
  expect(screen.getByText('read 12 min ago')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'All services' })).toHaveAttribute(
    'href',
    `/entra-mfa/services?tenant=${tenant}`,
  );
});

it('counts for who may not see names, and says who may', async () => {
  const { people, figure } = ownersOf('payments-web');
  renderCard('payments-web', new RecordedApi('counts-only'));
  expect(
    await screen.findByText(new RegExp(`^${figure!.uncovered} of `)),
  ).toBeInTheDocument();
  expect(screen.getByText('entra-mfa.people.read')).toBeInTheDocument();
  expect(screen.queryByText(people[0].displayName)).not.toBeInTheDocument();
});

it('says which of several owners was not found', async () => {
  renderCard('left-over');
  const gone = await screen.findByRole('link', { name: 'gone' });
  expect(gone.parentElement).toHaveTextContent(
    'gone (not found in the catalog or in Microsoft Entra)',
  );
  expect(
    screen.getByRole('link', { name: 'Sales' }).parentElement,
  ).not.toHaveTextContent('not found');
});

it('says of an owner of whom nobody counts that it is so', async () => {
  renderCard('site-map');
  expect(
    await screen.findByText(
      'No owner is known to Microsoft Entra and in scope.',
    ),
  ).toBeInTheDocument();
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
    'that there are too few to be shown',
    owners => ({ ...owners, figure: null, people: [], visibility: 'none' }),
    /^There are so few owners/,
  ],
  [
    'how many of them are privileged',
    owners => ({
      ...owners,
      figure: { ...figureOf(7, 3), privilegedUncovered: 2 },
      people: [],
    }),
    '2 of them are privileged',
  ],
  [
    'how many more are not known',
    owners => ({
      ...owners,
      figure: { ...figureOf(7, 2), unknown: 3 },
      people: [],
    }),
    '3 more are not known',
  ],
  [
    'that the figures are old',
    owners => ({
      ...owners,
      freshness: { ...owners.freshness, stale: true },
    }),
    /: These figures are old$/,
  ],
])('says %s', async (_, change, text) => {
  const api = new RecordedApi().change('getEntityOwners', change);
  renderCard('payments-web', api);
  expect(await screen.findByText(text)).toBeInTheDocument();
  expect(screen.queryByText(/%/)).not.toBeInTheDocument();
});

it('says of an entity that was never read that it comes with the next read', async () => {
  renderCard('unheard-of');
  expect(
    await screen.findByText(/^The last read names no owner/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.querySelector('.bui-Skeleton')).toBeNull();
});

it('shows nothing to who may not read figures', async () => {
  const api = renderCard('payments-web', new RecordedApi('no-permission'));
  await waitFor(() => expect(api.answered).toBe(1));
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(screen.queryByText('MFA of the owners')).not.toBeInTheDocument();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getEntityOwners', 503, 'No database');
  renderCard('payments-web', api);
  expect(await screen.findByText(/No database/)).toBeInTheDocument();
  expect(screen.getByText('MFA of the owners')).toBeInTheDocument();
  expect(document.querySelector('.bui-Skeleton')).toBeNull();
  expect(screen.queryByText(/names no owner/)).toBeNull();
  api.change('getEntityOwners', owners => owners);
  screen.getByRole('button', { name: 'Try again' }).click();
  expect(await screen.findByText('Owned by')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.querySelector('.bui-Skeleton')).toBeNull();
});

it('shows that it waits, and nothing else yet', async () => {
  const api = new RecordedApi().silence('getEntityOwners');
  renderCard('payments-web', api);
  expect(await screen.findByText('MFA of the owners')).toBeInTheDocument();
  expect(document.querySelectorAll('.bui-Skeleton')).toHaveLength(1);
  expect(screen.queryByText(/names no owner/)).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});
