import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { entraMfaEvidenceSinksExtensionPoint } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { readVantaConfig } from './readVantaConfig';
import { VantaSink } from './VantaSink';

/**
 * Evidence for Vanta: who has MFA as the rules decide, and reports of assessments. It pushes once `entraMfa.sinks.vanta` is
 * configured.
 *
 * @public
 */
export const entraMfaModuleVanta = createBackendModule({
  pluginId: 'entra-mfa',
  moduleId: 'vanta',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sinks: entraMfaEvidenceSinksExtensionPoint,
      },
      async init({ config, logger, sinks }) {
        const vanta = readVantaConfig(config);
        if (!vanta) {
          logger.info(
            'Nothing is pushed to Vanta: entraMfa.sinks.vanta is not configured',
          );
          return;
        }
        const app = config
          .getOptionalString('app.baseUrl')
          ?.replace(/\/+$/, '');
        const page =
          config.getOptionalString('entraMfa.notify.pagePath') ?? '/entra-mfa';
        sinks.addSink(
          new VantaSink(vanta, {
            pageOf: (tenantId, objectId) =>
              `${
                app ?? 'http://localhost:3000'
              }${page}/people/${tenantId}/${objectId}`,
          }),
        );
      },
    });
  },
});
