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
        const refsOf = (key: string) => {
          const of = config.getOptionalConfig(key);
          return [
            ...(of?.getOptionalStringArray('groups') ?? []),
            ...(of?.getOptionalStringArray('users') ?? []),
          ];
        };
        policy.setPolicy(
          new PortalPolicy(
            refsOf('portal.security'),
            refsOf('portal.auditors'),
          ),
        );
      },
    });
  },
});
