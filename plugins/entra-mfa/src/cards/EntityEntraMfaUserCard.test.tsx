import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  securityInfoUrls,
  type Person,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import type { Scenario } from '../../dev/answers/scenarios';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { EntityEntraMfaUserCard } from './EntityEntraMfaUserCard';

/** Somebody whose card is recorded. */
function cardOf(fits: (person: Person) => boolean): Person & { ref: string } {
  const person = healthy
    .all('getPeople')
    .flatMap(({ items }) => (items.length === 1 ? items : []))
    .find(one => one.entityRef && fits(one));
  if (!person?.entityRef) throw new Error('nobody of that kind is recorded');
  return { ...person, ref: person.entityRef };
}

function renderCard(options: {
  ref: string;
  user?: string;
  scenario?: Scenario;
  api?: RecordedApi;
}) {
  const api = options.api ?? new RecordedApi(options.scenario);
  renderInPortal(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: {
          name: options.ref.slice('user:default/'.length),
          namespace: 'default',
        },
      }}
    >
      <EntityEntraMfaUserCard />
    </EntityProvider>,
    { user: options.user, api },
  );
  return api;
}

const uncovered = cardOf(person => person.state === 'uncovered');

it('tells me that I am not registered, and where to register', async () => {
  renderCard({ ref: uncovered.ref, user: uncovered.ref });
  expect(
    await screen.findByText(/^You have not registered a method/),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Register a method' }),
  ).toHaveAttribute('href', securityInfoUrls.global);
});

it('tells me that a phone alone is not enough for long, although I am registered', async () => {
  const { ref } = cardOf(({ phoneEnds }) => phoneEnds === '2027-02-01');
  renderCard({ ref, user: ref });
  expect(await screen.findByText('registered')).toBeInTheDocument();
  expect(screen.getByText(/on 1 Feb 2027/)).toBeInTheDocument();
  expect(screen.queryByText(/Nothing to do/)).not.toBeInTheDocument();
});

it('tells an administrator and their lead the later day', async () => {
  const { ref } = cardOf(({ phoneEnds }) => phoneEnds === '2027-07-01');
  renderCard({ ref, user: ref });
  expect(await screen.findByText(/on 1 Jul 2027/)).toBeInTheDocument();
  renderCard({ ref });
  expect(
    await screen.findByText('blocked from 1 Jul 2027'),
  ).toBeInTheDocument();
});

it('tells me that there is nothing to do', async () => {
  const { ref } = cardOf(
    ({ state, marks }) => state === 'covered' && marks.length === 0,
  );
  renderCard({ ref, user: ref });
  expect(await screen.findByText(/Nothing to do\.$/)).toBeInTheDocument();
});

it('shows a lead the state, the strength and since when', async () => {
  const { id, ref } = cardOf(
    person => person.state === 'uncovered' && person.tier === 'recovery-only',
  );
  renderCard({ ref });
  expect(await screen.findByText('not registered')).toBeInTheDocument();
  expect(screen.getByText('Strength').nextElementSibling).toHaveTextContent(
    'recovery only',
  );
  expect(screen.getByText('Since').nextElementSibling).toHaveTextContent(
    /^\d+ \w+ 2026$/,
  );
  expect(
    screen.queryByRole('link', { name: 'Register a method' }),
  ).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
    'href',
    `/entra-mfa/people/${tenant}/${id}?tenant=${tenant}`,
  );
});

it('tells me that Microsoft Entra does not know me', async () => {
  const ref = 'user:default/guest';
  renderCard({ ref, user: ref });
  expect(
    await screen.findByText('Microsoft Entra does not know this user.'),
  ).toBeInTheDocument();
  expect(screen.getByText('MFA registration')).toBeInTheDocument();
});

it('tells me nothing before anything was read', async () => {
  const ref = 'user:default/guest';
  const api = new RecordedApi().change('getPeople', body => ({
    ...body,
    snapshot: null,
  }));
  renderCard({ ref, user: ref, api });
  await waitFor(() => expect(api.answered).toBeGreaterThan(0));
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(screen.queryByText('MFA registration')).toBeNull();
});

it('tells me what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getPeople', 503, 'No database');
  renderCard({ ref: uncovered.ref, user: uncovered.ref, api });
  expect(await screen.findByRole('alert')).toHaveTextContent(/No database/);
  expect(screen.queryByText(/does not know/)).toBeNull();
  api.change('getPeople', body => body);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(
    await screen.findByText(/^You have not registered a method/),
  ).toBeInTheDocument();
  expect(screen.queryByText(/does not know/)).toBeNull();
});

it('is not there for who may not read figures, were it their own', async () => {
  const api = new RecordedApi().fail('getPeople', 403);
  renderCard({ ref: uncovered.ref, user: uncovered.ref, api });
  await waitFor(() => expect(api.answered).toBeGreaterThan(0));
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(screen.queryByText('MFA registration')).toBeNull();
});

it.each<Scenario>(['counts-only', 'no-permission', 'failed'])(
  'shows nothing at all to others (%s)',
  async scenario => {
    const api = renderCard({ ref: 'user:default/person2', scenario });
    await waitFor(() => expect(api.answered).toBeGreaterThan(0));
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
    expect(screen.queryByText(/MFA/)).not.toBeInTheDocument();
  },
);
