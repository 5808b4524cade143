import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { entraMfaEvidenceSinksExtensionPoint } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { DrataSink } from './DrataSink';
import { readDrataConfig } from './readDrataConfig';

/**
 * Evidence for Drata: who has MFA as the rules decide, and reports of assessments. It pushes once `entraMfa.sinks.drata` is
 * configured.
 *
 * @public
 */
export const entraMfaModuleDrata = createBackendModule({
  pluginId: 'entra-mfa',
  moduleId: 'drata',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sinks: entraMfaEvidenceSinksExtensionPoint,
      },
      async init({ config, logger, sinks }) {
        const drata = readDrataConfig(config);
        if (drata) {
          sinks.addSink(new DrataSink(drata));
        } else {
          logger.info(
            'Nothing is pushed to Drata: entraMfa.sinks.drata is not configured',
          );
        }
      },
    });
  },
});
