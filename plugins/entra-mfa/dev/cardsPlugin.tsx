import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { HomeCard } from '../src/cards/HomeCard';
import { EntityEntraMfaGroupCard } from '../src/cards/EntityEntraMfaGroupCard';
import { EntityEntraMfaOwnersCard } from '../src/cards/EntityEntraMfaOwnersCard';
import { EntityEntraMfaUserCard } from '../src/cards/EntityEntraMfaUserCard';
import { peopleList } from './fixture/peopleList';

const apiVersion = 'backstage.io/v1alpha1';
const groups = ['payments', 'treasury', 'facilities', 'checkout', 'unheard-of'];

function Cards() {
  const people = peopleList({ now: Date.now() });
  const users = ['uncovered', 'covered', 'unknown'].map(
    state =>
      people.find(person => person.entityRef && person.state === state)
        ?.entityRef ?? '',
  );
  return (
    <div
      style={{
        display: 'grid',
        gap: 16,
        padding: 16,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(24rem, 100%), 1fr))',
      }}
    >
      <HomeCard />
      {groups.map(name => (
        <EntityProvider
          key={name}
          entity={{ apiVersion, kind: 'Group', metadata: { name } }}
        >
          <EntityEntraMfaGroupCard />
        </EntityProvider>
      ))}
      {['payments-web', 'checkout-web', 'treasury-web', 'unheard-of'].map(
        name => (
          <EntityProvider
            key={name}
            entity={{ apiVersion, kind: 'Component', metadata: { name } }}
          >
            <EntityEntraMfaOwnersCard />
          </EntityProvider>
        ),
      )}
      {[...users, 'user:default/guest'].map(ref => (
        <EntityProvider
          key={ref}
          entity={{
            apiVersion,
            kind: 'User',
            metadata: { name: ref.slice('user:default/'.length) },
          }}
        >
          <EntityEntraMfaUserCard />
        </EntityProvider>
      ))}
    </div>
  );
}

/** The cards side by side, in the situations that they know. */
export const cardsPlugin = createFrontendPlugin({
  pluginId: 'entra-mfa-cards',
  extensions: [
    PageBlueprint.make({
      name: 'entity',
      params: {
        path: '/catalog/:namespace/:kind/:name',
        routeRef: entityRouteRef,
        loader: async () => <p>The catalog would be here.</p>,
      },
    }),
    PageBlueprint.make({
      params: {
        path: '/cards',
        title: 'Cards',
        loader: async () => <Cards />,
      },
    }),
  ],
});
