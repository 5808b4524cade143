import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiShieldKeyholeLine } from '@remixicon/react';
import { createEntraMfaApi } from './api/createEntraMfaApi';
import { entraMfaApiRef } from './api/EntraMfaApi';
import { rootRouteRef } from './routes';
import { cards } from './words/cards';
import { general } from './words/general';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: entraMfaApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createEntraMfaApi,
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/entra-mfa',
    title: general.title,
    icon: <RiShieldKeyholeLine />,
    routeRef: rootRouteRef,
    loader: () => import('./page/EntraMfaPage').then(m => <m.EntraMfaPage />),
  },
});

const groupCard = EntityCardBlueprint.make({
  name: 'group',
  params: {
    filter: { kind: 'group' },
    type: 'info',
    loader: () =>
      import('./cards/EntityEntraMfaGroupCard').then(m => (
        <m.EntityEntraMfaGroupCard />
      )),
  },
});

const userCard = EntityCardBlueprint.make({
  name: 'user',
  params: {
    filter: { kind: 'user' },
    type: 'info',
    loader: () =>
      import('./cards/EntityEntraMfaUserCard').then(m => (
        <m.EntityEntraMfaUserCard />
      )),
  },
});

const homeWidget = HomePageWidgetBlueprint.make({
  name: 'kpi',
  params: {
    name: 'EntraMfaKpi',
    title: cards.home.title,
    description: cards.home.description,
    layout: {
      width: { minColumns: 3, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 4 },
    },
    components: async () => {
      const { HomeCard } = await import('./cards/HomeCard');
      return { Content: HomeCard };
    },
  },
});

/**
 * The Entra MFA plugin for the new frontend system: the KPI page, the cards of Groups and Users, and
 * the widget for the home page.
 *
 * @public
 */
export const entraMfaPlugin = createFrontendPlugin({
  pluginId: 'entra-mfa',
  title: general.title,
  icon: <RiShieldKeyholeLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [api, page, groupCard, userCard, homeWidget],
});
