import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { servePages } from './servePages';

/**
 * Serves the portal's pages once they are built. A portal starts its catalog only when all its
 * plugins have started, so that nothing in it may wait for the pages: the catalog is filled and the
 * history is made meanwhile.
 */
export default createBackendPlugin({
  pluginId: 'demo-pages',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        rootHttpRouter: coreServices.rootHttpRouter,
        rootLogger: coreServices.rootLogger,
      },
      async init({ config, logger, rootHttpRouter, rootLogger }) {
        const built = config.getString('demo.pagesBuiltFile');
        const serve = async () => {
          while (!existsSync(built)) {
            await wait(200);
          }
          await servePages({ config, rootHttpRouter, rootLogger });
        };
        serve().catch(error => logger.error(`Demo: failed: ${error}`));
      },
    });
  },
});
