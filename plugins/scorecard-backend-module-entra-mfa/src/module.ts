import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { entraMfaServiceRef } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { scorecardMetricsExtensionPoint } from '@red-hat-developer-hub/backstage-plugin-scorecard-node';
import { ShortMetricProvider } from './ShortMetricProvider';

/**
 * The metric `entraMfa.short` for the scorecard plugin of Red Hat Developer Hub: how many people are missing to the
 * target.
 *
 * @public
 */
export const scorecardModuleEntraMfa = createBackendModule({
  pluginId: 'scorecard',
  moduleId: 'entra-mfa',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        entraMfa: entraMfaServiceRef,
        metrics: scorecardMetricsExtensionPoint,
      },
      async init({ auth, entraMfa, metrics }) {
        metrics.addMetricProvider(new ShortMetricProvider({ auth, entraMfa }));
      },
    });
  },
});
