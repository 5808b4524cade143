import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
  type RootConfigService,
  type RootHttpRouterService,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';

/** Adds the stock plugin of the pages to a portal that has started already, at the same address. */
export async function servePages(portal: {
  config: RootConfigService;
  rootHttpRouter: RootHttpRouterService;
  rootLogger: RootLoggerService;
}): Promise<void> {
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => portal.config,
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootHttpRouter,
      deps: {},
      factory: () => portal.rootHttpRouter,
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => portal.rootLogger,
    }),
  );
  backend.add(import('@backstage/plugin-app-backend'));
  await backend.start();
}
