/**
 * The same page and cards for the old frontend system.
 *
 * @packageDocumentation
 */
import type { ComponentType } from 'react';
import type { Entity } from '@backstage/catalog-model';
import {
  createCardExtension,
  type CardExtensionProps,
} from '@backstage/plugin-home-react';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createEntraMfaApi } from './api/createEntraMfaApi';
import { entraMfaApiRef } from './api/EntraMfaApi';
import { homeLayout } from './cards/homeLayout';
import { kpiAnnotation, type KpiOptions } from './kpi/KpiOptions';
import { kpiLayout, kpiSettings } from './kpi/kpiSettings';
import { cards } from './messages/cards';
import { rootRouteRef } from './navigation/routes';

/** The Entra MFA plugin for the old frontend system. @public */
export const entraMfaPlugin = createPlugin({
  id: 'entra-mfa',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: entraMfaApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createEntraMfaApi,
    }),
  ],
});

/** The KPI page; mount it in a route. @public */
export const EntraMfaPage: () => JSX.Element = entraMfaPlugin.provide(
  createRoutableExtension({
    name: 'EntraMfaPage',
    component: () =>
      import('./legacy/LegacyEntraMfaPage').then(m => m.LegacyEntraMfaPage),
    mountPoint: rootRouteRef,
  }),
);

const entityPart = (name: string, load: () => Promise<ComponentType>) =>
  entraMfaPlugin.provide(
    createComponentExtension({
      name,
      component: {
        lazy: async () => {
          const [part, { framed }] = await Promise.all([
            load(),
            import('./legacy/framed'),
          ]);
          return framed(part);
        },
      },
    }),
  );

/** The card of a Group: the team's coverage and who is not registered. @public */
export const EntityEntraMfaGroupCard: () => JSX.Element | null = entityPart(
  'EntityEntraMfaGroupCard',
  () =>
    import('./cards/EntityEntraMfaGroupCard').then(
      m => m.EntityEntraMfaGroupCard,
    ),
);

/** The tab of a Group: everybody of the team with filters, and its sub-teams. @public */
export const EntityEntraMfaGroupContent: () => JSX.Element | null = entityPart(
  'EntityEntraMfaGroupContent',
  () =>
    import('./cards/EntityEntraMfaGroupContent').then(
      m => m.EntityEntraMfaGroupContent,
    ),
);

/** The card of a User: one's own state and what to do now; nothing to those who may not see it. @public */
export const EntityEntraMfaUserCard: () => JSX.Element | null = entityPart(
  'EntityEntraMfaUserCard',
  () =>
    import('./cards/EntityEntraMfaUserCard').then(
      m => m.EntityEntraMfaUserCard,
    ),
);

/** The card of a Component, API, Resource or System: how many of its owners are not covered. @public */
export const EntityEntraMfaOwnersCard: () => JSX.Element | null = entityPart(
  'EntityEntraMfaOwnersCard',
  () =>
    import('./cards/EntityEntraMfaOwnersCard').then(
      m => m.EntityEntraMfaOwnersCard,
    ),
);

/** The filter of the catalog's page: Groups by how they stand against their target. @public */
export const EntraMfaTargetPicker: () => JSX.Element | null =
  entraMfaPlugin.provide(
    createComponentExtension({
      name: 'EntraMfaTargetPicker',
      component: {
        lazy: () =>
          import('./catalog/EntraMfaTargetPicker').then(
            m => m.EntraMfaTargetPicker,
          ),
      },
    }),
  );

/** The figure against its target, for the home page. @public */
export const HomePageEntraMfaCard: (
  props: CardExtensionProps<unknown>,
) => JSX.Element = entraMfaPlugin.provide(
  createCardExtension({
    name: 'HomePageEntraMfaCard',
    title: cards.home.title,
    description: cards.home.description,
    layout: homeLayout,
    components: async () => {
      const { HomeCard } = await import('./cards/HomeCard');
      return { Content: HomeCard };
    },
  }),
);

/** The figure of a team or of the organization, for the home page; which one, and how, are its settings. @public */
export const HomePageEntraMfaKpiCard: (
  props: CardExtensionProps<KpiOptions>,
) => JSX.Element = entraMfaPlugin.provide(
  createCardExtension<KpiOptions>({
    name: 'HomePageEntraMfaKpiCard',
    title: cards.kpi.title,
    description: cards.kpi.description,
    layout: kpiLayout,
    settings: kpiSettings,
    components: async () => {
      const { HomeKpiCard } = await import('./kpi/HomeKpiCard');
      return { Content: HomeKpiCard };
    },
  }),
);

/** The card of an entity that is annotated with `entra-mfa/kpi`: the figure that the annotation names. @public */
export const EntityEntraMfaKpiCard: () => JSX.Element | null = entityPart(
  'EntityEntraMfaKpiCard',
  () =>
    import('./kpi/EntityEntraMfaKpiCard').then(m => m.EntityEntraMfaKpiCard),
);

/** Whether an entity is annotated with `entra-mfa/kpi`, for an `EntitySwitch.Case`. @public */
export const isEntraMfaKpiAvailable = (entity: Entity): boolean =>
  entity.metadata.annotations?.[kpiAnnotation] !== undefined;

export {
  createEntraMfaColumn,
  type EntraMfaColumn,
} from './catalog/createEntraMfaColumn';
export type { KpiOptions } from './kpi/KpiOptions';
export {
  entraMfaApiRef,
  type SavedFile,
  type EntraMfaApi,
} from './api/EntraMfaApi';
export { entraMfaTranslationRef } from './messages/translation';
