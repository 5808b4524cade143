import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Router } from 'express';
import type { ErasureService } from '../erasure/types';
import { addRoute } from './addRoute';

/** People who must be forgotten. */
export function addErasureRoutes(
  router: Router,
  options: {
    erasure: ErasureService;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
  },
): void {
  const { erasure, httpAuth, auditor } = options;
  addRoute(
    router,
    httpAuth,
    'erasePerson',
    async ({ params, body, credentials, request }) => {
      const event = await auditor.createEvent({
        eventId: 'person-erase',
        severityLevel: 'high',
        request,
        meta: { tenantId: params.tenant, objectId: params.id },
      });
      try {
        const erased = await erasure.erase(params, body, credentials);
        await event.success();
        return erased;
      } catch (error) {
        await event.fail({ error: toError(error) });
        throw error;
      }
    },
  );
}
