import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { entraMfaServiceRef } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { createEntraMfaFactRetriever } from './createEntraMfaFactRetriever';
import { readFactsConfig } from './readFactsConfig';

/**
 * Facts for Tech Insights: how each Group stands with MFA registration, and each entity by who owns it. It retrieves
 * them once `techInsights.factRetrievers.entraMfaFactRetriever` is configured.
 *
 * @public
 */
export const techInsightsModuleEntraMfa = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'entra-mfa',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        entraMfa: entraMfaServiceRef,
        techInsights: techInsightsFactRetrieversExtensionPoint,
      },
      async init({ auth, catalog, config, entraMfa, techInsights }) {
        techInsights.addFactRetrievers({
          entraMfaFactRetriever: createEntraMfaFactRetriever({
            ...{ auth, catalog, entraMfa },
            config: readFactsConfig(config),
          }),
        });
      },
    });
  },
});
