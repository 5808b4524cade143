import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiShieldKeyholeLine } from '@remixicon/react';
import { z } from 'zod';
import { createEntraMfaApi } from './api/createEntraMfaApi';
import { entraMfaApiRef } from './api/EntraMfaApi';
import { homeLayout } from './cards/homeLayout';
import { kpiAnnotation, kpiViews } from './kpi/KpiOptions';
import { kpiLayout, kpiSettings } from './kpi/kpiSettings';
import { rootRouteRef } from './navigation/routes';
import { subPages, tabViewsOf } from './subPages';
import { cards } from './messages/cards';
import { general } from './messages/general';

const icon = <RiShieldKeyholeLine />;

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: entraMfaApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createEntraMfaApi,
    }),
});

const page = PageBlueprint.makeWithOverrides({
  *factory(originalFactory, { config, inputs }) {
    const { routePath, reactElement, routeRef, title } = coreExtensionData;
    const made = originalFactory({
      path: '/entra-mfa',
      routeRef: rootRouteRef,
      // The page draws the portal's header itself, in the reader's language.
      noHeader: true,
      loader: () =>
        import('./page/EntraMfaPage').then(m => (
          <m.EntraMfaPage
            title={config.title}
            icon={icon}
            tabs={tabViewsOf(
              inputs.pages.map(one => ({
                id: one.node.spec.id,
                path: one.get(routePath),
                title: one.get(title),
                element: one.get(reactElement),
              })),
            )}
          />
        )),
    });
    yield routePath(made.get(routePath));
    yield reactElement(made.get(reactElement));
    yield routeRef(rootRouteRef);
    yield coreExtensionData.icon(icon);
    // The sidebar has no room for the title of the page, and takes this one.
    yield title(config.title ?? general.shortTitle);
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

const groupContent = EntityContentBlueprint.make({
  name: 'group',
  params: {
    path: '/mfa',
    title: general.entityTitle,
    filter: { kind: 'group' },
    loader: () =>
      import('./cards/EntityEntraMfaGroupContent').then(m => (
        <m.EntityEntraMfaGroupContent />
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

const kpiCard = EntityCardBlueprint.make({
  name: 'kpi',
  params: {
    filter: { [`metadata.annotations.${kpiAnnotation}`]: { $exists: true } },
    type: 'info',
    loader: () =>
      import('./kpi/EntityEntraMfaKpiCard').then(m => (
        <m.EntityEntraMfaKpiCard />
      )),
  },
});

const ownersCard = EntityCardBlueprint.make({
  name: 'owners',
  params: {
    filter: { kind: { $in: ['component', 'api', 'resource', 'system'] } },
    type: 'info',
    loader: () =>
      import('./cards/EntityEntraMfaOwnersCard').then(m => (
        <m.EntityEntraMfaOwnersCard />
      )),
  },
});

const targetFilter = CatalogFilterBlueprint.make({
  name: 'target',
  params: {
    loader: () =>
      import('./catalog/EntraMfaTargetPicker').then(m => (
        <m.EntraMfaTargetPicker />
      )),
  },
});

const homeWidget = HomePageWidgetBlueprint.make({
  name: 'kpi',
  params: {
    name: 'EntraMfaKpi',
    title: cards.home.title,
    description: cards.home.description,
    layout: homeLayout,
    components: async () => {
      const { HomeCard } = await import('./cards/HomeCard');
      return { Content: HomeCard };
    },
  },
});

const kpiWidget = HomePageWidgetBlueprint.makeWithOverrides({
  name: 'kpi-card',
  // What a portal's cards show until a reader chooses otherwise in their settings.
  configSchema: {
    title: z.string().optional(),
    team: z.string().optional(),
    show: z.enum(kpiViews).optional(),
    tenant: z.string().optional(),
  },
  factory: (originalFactory, { config }) =>
    originalFactory({
      name: 'EntraMfaKpiCard',
      title: cards.kpi.title,
      description: cards.kpi.description,
      layout: kpiLayout,
      settings: kpiSettings,
      componentProps: config,
      components: async () => {
        const { HomeKpiCard } = await import('./kpi/HomeKpiCard');
        return { Content: HomeKpiCard };
      },
    }),
});

/**
 * The Entra MFA plugin for the new frontend system: the KPI page, the cards of Groups, Users and what
 * they own, the KPI card of entities that are annotated with one, the tab of Groups, the filter of the catalog, and
 * the widgets for the home page.
 *
 * @public
 */
export const entraMfaPlugin = createFrontendPlugin({
  pluginId: 'entra-mfa',
  title: general.title,
  icon,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    api,
    page,
    ...subPages,
    groupCard,
    groupContent,
    userCard,
    kpiCard,
    ownersCard,
    targetFilter,
    homeWidget,
    kpiWidget,
  ],
});
