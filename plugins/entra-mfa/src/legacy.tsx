/**
 * The same page and cards for the old frontend system.
 *
 * @packageDocumentation
 */
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
      import('./page/LegacyEntraMfaPage').then(m => m.LegacyEntraMfaPage),
    mountPoint: rootRouteRef,
  }),
);

/** The card of a Group: the team's coverage and who is not registered. @public */
export const EntityEntraMfaGroupCard: () => JSX.Element | null =
  entraMfaPlugin.provide(
    createComponentExtension({
      name: 'EntityEntraMfaGroupCard',
      component: {
        lazy: () =>
          import('./cards/EntityEntraMfaGroupCard').then(
            m => m.EntityEntraMfaGroupCard,
          ),
      },
    }),
  );

/** The card of a User: one's own state and what to do now; nothing to those who may not see it. @public */
export const EntityEntraMfaUserCard: () => JSX.Element | null =
  entraMfaPlugin.provide(
    createComponentExtension({
      name: 'EntityEntraMfaUserCard',
      component: {
        lazy: () =>
          import('./cards/EntityEntraMfaUserCard').then(
            m => m.EntityEntraMfaUserCard,
          ),
      },
    }),
  );

/** The card of a Component, API, Resource or System: how many of its owners are not covered. @public */
export const EntityEntraMfaOwnersCard: () => JSX.Element | null =
  entraMfaPlugin.provide(
    createComponentExtension({
      name: 'EntityEntraMfaOwnersCard',
      component: {
        lazy: () =>
          import('./cards/EntityEntraMfaOwnersCard').then(
            m => m.EntityEntraMfaOwnersCard,
          ),
      },
    }),
  );

export {
  entraMfaApiRef,
  type CsvFile,
  type CsvRoute,
  type EntraMfaApi,
} from './api/EntraMfaApi';
export { entraMfaTranslationRef } from './messages/translation';
export { entraMfaTranslations } from './messages/translations';
