import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Router } from 'express';
import type { HoldService } from '../holds/types';
import { addRoute } from './addRoute';

/** Figures that are held after a sudden fall. */
export function addHoldRoutes(
  router: Router,
  options: {
    holds: HoldService;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
  },
): void {
  const { holds, httpAuth, auditor } = options;
  addRoute(router, httpAuth, 'getHolds', ({ params, query, credentials }) =>
    holds.getHolds(params.id, query, credentials),
  );
  addRoute(
    router,
    httpAuth,
    'releaseHold',
    async ({ params, body, credentials, request, response }) => {
      const event = await auditor.createEvent({
        eventId: 'hold-release',
        severityLevel: 'high',
        request,
        meta: { tenantId: params.id },
      });
      try {
        const accepted = await holds.release(params.id, body, credentials);
        await event.success();
        response.status(202);
        return accepted;
      } catch (error) {
        await event.fail({ error: toError(error) });
        throw error;
      }
    },
  );
}
