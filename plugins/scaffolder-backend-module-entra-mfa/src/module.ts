import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { entraMfaServiceRef } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { createGetCoverageAction } from './actions/createGetCoverageAction';
import { createRequireAction } from './actions/createRequireAction';

/**
 * Actions for software templates: `entra-mfa:coverage:get` tells how a team, the owners of something or the organization
 * stand, and `entra-mfa:require` goes on only where a team meets its target.
 *
 * @public
 */
export const scaffolderModuleEntraMfa = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'entra-mfa',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        entraMfa: entraMfaServiceRef,
      },
      async init({ actions, entraMfa }) {
        actions.addActions(
          createGetCoverageAction(entraMfa),
          createRequireAction(entraMfa),
        );
      },
    });
  },
});
