import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { EntraMfaProcessor } from './EntraMfaProcessor';
import { EntraMfaRefreshProvider } from './EntraMfaRefreshProvider';
import { BackendStatusSource } from './status/BackendStatusSource';
import { readExposure } from './status/readExposure';
import { StatusDirectory } from './status/StatusDirectory';

/**
 * Tags User and Group entities with their MFA registration, as far as `entraMfa.exposure` lets it.
 *
 * @public
 */
export const catalogModuleEntraMfa = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'entra-mfa',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
      },
      async init({ auth, catalog, config, discovery, events, logger }) {
        const exposure = readExposure(config);
        const directory = new StatusDirectory({
          source: new BackendStatusSource({ auth, discovery, exposure }),
          logger,
        });
        catalog.addProcessor(new EntraMfaProcessor({ directory, exposure }));
        if (exposure !== 'off') {
          catalog.addEntityProvider(
            new EntraMfaRefreshProvider({
              directory,
              events,
              exposure,
              logger,
            }),
          );
        }
      },
    });
  },
});
