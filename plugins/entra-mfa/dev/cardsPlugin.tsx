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
import { EntityEntraMfaKpiCard } from '../src/kpi/EntityEntraMfaKpiCard';
import { EntityEntraMfaUserCard } from '../src/cards/EntityEntraMfaUserCard';

const apiVersion = 'backstage.io/v1alpha1';
const groups = [
  'payments',
  'checkout',
  'ledger',
  'treasury',
  'warehouse',
  'facilities',
  'unheard-of',
];
const services = [
  'payments-web',
  'checkout-web',
  'treasury-web',
  'left-over',
  'unheard-of',
];

const figures = [
  'organization',
  'group:default/payments;show=donut',
  'organization;show=trend',
  'group:default/ledger',
  'payments',
];

const users = ['person1', 'person2', 'grace.moreau', 'vint.murphy', 'guest'];

function Cards() {
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
      {services.map(name => (
        <EntityProvider
          key={name}
          entity={{ apiVersion, kind: 'Component', metadata: { name } }}
        >
          <EntityEntraMfaOwnersCard />
        </EntityProvider>
      ))}
      {figures.map(value => (
        <EntityProvider
          key={value}
          entity={{
            apiVersion,
            kind: 'Domain',
            metadata: {
              name: 'any',
              annotations: { 'entra-mfa/kpi': value },
            },
          }}
        >
          <EntityEntraMfaKpiCard />
        </EntityProvider>
      ))}
      {users.map(name => (
        <EntityProvider
          key={name}
          entity={{ apiVersion, kind: 'User', metadata: { name } }}
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
