import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

const prefix = 'demo-';

/** Whoever comes is who the configuration says, as with the stock guest. */
const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => undefined,
  authenticate: async () => ({ result: {} }),
});

/** Signs in as people of the simulated tenant: one auth provider for each `auth.providers.demo-…`. */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-people',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        const configured = config.getConfig('auth.providers');
        for (const providerId of configured.keys()) {
          if (providerId.startsWith(prefix)) {
            const entityRef = configured.getString(
              `${providerId}.userEntityRef`,
            );
            providers.registerProvider({
              providerId,
              factory: createProxyAuthProviderFactory({
                authenticator,
                signInResolver: (_, context) =>
                  context.signInWithCatalogUser({ entityRef }),
              }),
            });
          }
        }
      },
    });
  },
});
