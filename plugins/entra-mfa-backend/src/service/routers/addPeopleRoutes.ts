import { addRoute } from './addRoute';
import { sendCsv } from './sendCsv';
import type { AddRoutes } from './types';

/** People by name, and what one side knows and the other does not. */
export const addPeopleRoutes: AddRoutes = (router, { service, httpAuth }) => {
  addRoute(
    router,
    httpAuth,
    'getPeople',
    async ({ query, credentials, response }) => {
      if (query.format === 'json') {
        return service.getPeople(query, credentials);
      }
      await sendCsv(response, await service.exportPeople(query, credentials));
      return undefined;
    },
  );
  addRoute(router, httpAuth, 'getPerson', ({ params, query, credentials }) =>
    service.getPerson(params, query, credentials),
  );
  addRoute(router, httpAuth, 'getUnmatched', ({ query, credentials }) =>
    service.getUnmatched(query, credentials),
  );
};
