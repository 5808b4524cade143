import { addRoute } from './addRoute';
import type { AddRoutes } from './types';

/** The figure of a tenant. */
export const addOverviewRoutes: AddRoutes = (router, { service, httpAuth }) => {
  addRoute(router, httpAuth, 'getOverview', ({ query, credentials }) =>
    service.getOverview(query, credentials),
  );
};
