import { screen, waitFor } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  securityInfoUrls,
  type Person,
} from 'backstage-plugin-entra-mfa-common';
import { fixtureFetch } from '../../dev/fixture/fixtureFetch';
import { peopleList } from '../../dev/fixture/peopleList';
import type { Scenario } from '../../dev/fixture/scenarios';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { EntityEntraMfaUserCard } from './EntityEntraMfaUserCard';

const people = peopleList({ now: Date.now() });

function refOf(fits: (person: Person) => boolean): string {
  const ref = people.find(
    person => person.entityRef && fits(person),
  )?.entityRef;
  if (!ref) throw new Error('the fixture has no such person');
  return ref;
}

function renderCard(options: {
  ref: string;
  user?: string;
  scenario?: Scenario;
}) {
  let answers = 0;
  const answer = fixtureFetch(options.scenario ?? 'healthy');
  const rendered = renderInPortal(
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
    {
      user: options.user,
      fetch: async (input, init) => {
        const response = await answer(input, init);
        answers += 1;
        return response;
      },
    },
  );
  return { ...rendered, answered: () => answers > 0 };
}

const uncovered = refOf(person => person.state === 'uncovered');

it('tells me that I am not registered, and where to register', async () => {
  renderCard({ ref: uncovered, user: uncovered });
  expect(
    await screen.findByText(/^You have not registered a method/),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Register a method' }),
  ).toHaveAttribute('href', securityInfoUrls.global);
});

it('tells me that a phone alone is not enough for long, although I am registered', async () => {
  const ref = refOf(({ phoneEnds }) => phoneEnds === '2027-02-01');
  renderCard({ ref, user: ref });
  expect(await screen.findByText('registered')).toBeInTheDocument();
  expect(screen.getByText(/on 1 Feb 2027/)).toBeInTheDocument();
  expect(screen.queryByText(/Nothing to do/)).not.toBeInTheDocument();
});

it('tells an administrator and their lead the later day', async () => {
  const ref = refOf(({ phoneEnds }) => phoneEnds === '2027-07-01');
  renderCard({ ref, user: ref });
  expect(await screen.findByText(/on 1 Jul 2027/)).toBeInTheDocument();
  renderCard({ ref });
  expect(
    await screen.findByText('blocked from 1 Jul 2027'),
  ).toBeInTheDocument();
});

it('tells me that there is nothing to do', async () => {
  const ref = refOf(
    ({ state, marks }) => state === 'covered' && marks.length === 0,
  );
  renderCard({ ref, user: ref });
  expect(await screen.findByText(/Nothing to do\.$/)).toBeInTheDocument();
});

it('shows a lead the state, the strength and since when', async () => {
  renderCard({ ref: uncovered });
  expect(await screen.findByText('not registered')).toBeInTheDocument();
  expect(screen.getByText('Strength')).toBeInTheDocument();
  expect(screen.getByText('Since')).toBeInTheDocument();
  expect(
    screen.queryByRole('link', { name: 'Register a method' }),
  ).not.toBeInTheDocument();
});

it.each<Scenario>(['hidden-names', 'no-permission', 'failed'])(
  'shows nothing at all to others (%s)',
  async scenario => {
    const { answered } = renderCard({ ref: uncovered, scenario });
    await waitFor(() => expect(answered()).toBe(true));
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
    expect(screen.queryByText(/MFA/)).not.toBeInTheDocument();
  },
);
