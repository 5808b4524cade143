import { addRoute } from './addRoute';
import type { AddRoutes } from './types';

/** Syncs and the tenants that they read. */
export const addRunRoutes: AddRoutes = (router, { service, httpAuth }) => {
  addRoute(router, httpAuth, 'getRuns', ({ query, credentials }) =>
    service.getRuns(query, credentials),
  );
  addRoute(router, httpAuth, 'getTenants', ({ credentials }) =>
    service.getTenants(credentials),
  );
  addRoute(
    router,
    httpAuth,
    'startSync',
    async ({ params, credentials, response }) => {
      const accepted = await service.startSync(params.id, credentials);
      response.status(202);
      return accepted;
    },
  );
};
