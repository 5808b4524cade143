import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Router } from 'express';
import type { ReachService } from '../reach/types';
import { addRoute } from './addRoute';
import type { NameReads } from '../routes/NameReads';

/** What people reach through ownership in the catalog, and who owns what. */
export function addReachRoutes(
  router: Router,
  options: {
    reach: ReachService;
    httpAuth: HttpAuthService;
    reads: NameReads;
  },
): void {
  const { reach, httpAuth, reads } = options;
  addRoute(router, httpAuth, 'getServices', ({ query, credentials }) =>
    reach.getServices(query, credentials),
  );
  addRoute(
    router,
    httpAuth,
    'getTeamServices',
    ({ params, query, credentials }) =>
      reach.getTeamServices(stringifyEntityRef(params), query, credentials),
  );
  addRoute(
    router,
    httpAuth,
    'getPersonServices',
    reads.audited('getPersonServices', ({ params, query, credentials }) =>
      reach.getPersonServices(params, query, credentials),
    ),
  );
  addRoute(
    router,
    httpAuth,
    'getEntityOwners',
    reads.audited('getEntityOwners', ({ params, query, credentials }) =>
      reach.getEntityOwners(stringifyEntityRef(params), query, credentials),
    ),
  );
}
