import { stringifyEntityRef } from '@backstage/catalog-model';
import { addRoute } from './addRoute';
import type { AddRoutes } from './types';

/** Teams and their coverage. */
export const addTeamRoutes: AddRoutes = (router, { service, httpAuth }) => {
  addRoute(router, httpAuth, 'getTeams', ({ query, credentials }) =>
    service.getTeams(query, credentials),
  );
  addRoute(router, httpAuth, 'getTeam', ({ params, query, credentials }) =>
    service.getTeam(stringifyEntityRef(params), query, credentials),
  );
};
