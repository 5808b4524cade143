import { toError } from '@backstage/errors';
import { peopleFilterSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { addRoute } from './addRoute';
import { filterOf } from '../routes/filterOf';
import { peopleCsv } from '../exports/peopleCsv';
import { rowsBefore, sendCsv } from '../exports/sendCsv';
import type { AddRoutes } from './types';

/** People by name, and what one side knows and the other does not. */
export const addPeopleRoutes: AddRoutes = (
  router,
  { service, httpAuth, auditor, reads },
) => {
  addRoute(
    router,
    httpAuth,
    'getPeople',
    reads.audited(
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
          let keyId: string | null = null;
          const send = async () => {
            const file = await service.exportPeople(query, credentials);
            keyId = file.keyId;
            return sendCsv(response, peopleCsv(file));
          };
          const rows = query.names
            ? await reads.file(credentials, send)
            : await send();
          await event.success({ meta: { rows, keyId } });
        } catch (error) {
          const cut = rowsBefore(error);
          await event.fail({
            error: toError(error),
            ...(cut > 0 && { meta: { rows: cut } }),
          });
          throw error;
        }
        return undefined;
      },
    ),
  );
  addRoute(
    router,
    httpAuth,
    'getPerson',
    reads.audited('getPerson', ({ params, query, credentials }) =>
      service.getPerson(params, query, credentials),
    ),
  );
  addRoute(router, httpAuth, 'getRoles', ({ query, credentials }) =>
    service.getRoles(query, credentials),
  );
  addRoute(
    router,
    httpAuth,
    'getUnmatched',
    reads.audited('getUnmatched', ({ query, credentials }) =>
      service.getUnmatched(query, credentials),
    ),
  );
};
