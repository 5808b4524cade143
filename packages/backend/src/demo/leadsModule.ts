import { createBackendModule } from '@backstage/backend-plugin-api';
import { microsoftGraphOrgEntityProviderTransformExtensionPoint } from '@backstage/plugin-catalog-backend-module-msgraph';
import { TeamHeads } from './TeamHeads';

/**
 * Has the catalog name who leads each team, as a portal does whose directory tells it in the job
 * titles: the stock provider reads no owners of groups.
 */
export default createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-leads',
  register(env) {
    env.registerInit({
      deps: { msgraph: microsoftGraphOrgEntityProviderTransformExtensionPoint },
      async init({ msgraph }) {
        const heads = new TeamHeads();
        msgraph.setUserTransformer((user, photo) =>
          heads.transformUser(user, photo),
        );
        msgraph.setGroupTransformer((group, photo) =>
          heads.transformGroup(group, photo),
        );
      },
    });
  },
});
