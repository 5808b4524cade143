import { toError } from '@backstage/errors';
import { addRoute } from './addRoute';
import type { AddRoutes } from './types';

/** Syncs and the tenants that they read. */
export const addRunRoutes: AddRoutes = (
  router,
  { service, httpAuth, auditor },
) => {
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
    async ({ params, credentials, request, response }) => {
      const event = await auditor.createEvent({
        eventId: 'sync-start',
        severityLevel: 'medium',
        request,
        meta: { tenantId: params.id },
      });
      try {
        const accepted = await service.startSync(params.id, credentials);
        await event.success();
        response.status(202);
        return accepted;
      } catch (error) {
        await event.fail({ error: toError(error) });
        throw error;
      }
    },
  );
};
