import { toError } from '@backstage/errors';
import { peopleFilterSchema } from 'backstage-plugin-entra-mfa-common';
import { addRoute } from './addRoute';
import { filterOf } from './filterOf';
import { peopleCsv } from './peopleCsv';
import { sendCsv } from './sendCsv';
import type { AddRoutes } from './types';

/** People by name, and what one side knows and the other does not. */
export const addPeopleRoutes: AddRoutes = (
  router,
  { service, httpAuth, auditor },
) => {
  addRoute(
    router,
    httpAuth,
    'getPeople',
    async ({ query, credentials, request, response }) => {
      if (query.format === 'json') {
        return service.getPeople(query, credentials);
      }
      const event = await auditor.createEvent({
        eventId: 'people-export',
        severityLevel: query.names ? 'high' : 'medium',
        request,
        meta: {
          named: query.names,
          filter: filterOf(query, peopleFilterSchema),
        },
      });
      try {
        const file = await service.exportPeople(query, credentials);
        const rows = await sendCsv(response, peopleCsv(file));
        await event.success({ meta: { rows, keyId: file.keyId } });
      } catch (error) {
        await event.fail({ error: toError(error) });
        throw error;
      }
      return undefined;
    },
  );
  addRoute(router, httpAuth, 'getPerson', ({ params, query, credentials }) =>
    service.getPerson(params, query, credentials),
  );
  addRoute(router, httpAuth, 'getRoles', ({ query, credentials }) =>
    service.getRoles(query, credentials),
  );
  addRoute(router, httpAuth, 'getUnmatched', ({ query, credentials }) =>
    service.getUnmatched(query, credentials),
  );
};
