import { addRoute } from './addRoute';
import type { AddRoutes } from './types';

/** The status of entities, for the catalog. An unchanged status costs nothing but its headers. */
export const addStatusRoutes: AddRoutes = (router, { service, httpAuth }) => {
  addRoute(
    router,
    httpAuth,
    'getEntityStatus',
    async ({ credentials, request, response }) => {
      const status = await service.getEntityStatus(credentials);
      const etag = `"${status.version}"`;
      response.setHeader('ETag', etag);
      if (request.headers['if-none-match'] === etag) {
        response.status(304).end();
        return undefined;
      }
      return status.read();
    },
  );
};
