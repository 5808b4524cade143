import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';

/**
 * Holds back the portal's pages until they are built, and nothing else: the catalog is filled and
 * the history is made meanwhile.
 */
export default createBackendModule({
  pluginId: 'app',
  moduleId: 'demo-pages',
  register(env) {
    env.registerInit({
      deps: { config: coreServices.rootConfig },
      async init({ config }) {
        const built = config.getString('demo.pagesBuiltFile');
        while (!existsSync(built)) {
          await wait(200);
        }
      },
    });
  },
});
