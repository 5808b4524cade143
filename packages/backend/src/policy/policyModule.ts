import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { PortalPolicy } from './PortalPolicy';

/** The permission policy of this portal: who may see people by name. */
export const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'portal-policy',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
      },
      async init({ config, policy }) {
        const security = config.getOptionalConfig('portal.security');
        policy.setPolicy(
          new PortalPolicy([
            ...(security?.getOptionalStringArray('groups') ?? []),
            ...(security?.getOptionalStringArray('users') ?? []),
          ]),
        );
      },
    });
  },
});
