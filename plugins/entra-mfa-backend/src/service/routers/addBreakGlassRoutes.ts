import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Router } from 'express';
import type { BreakGlassService } from '../breakGlass/types';
import { addRoute } from './addRoute';
import type { NameReads } from '../routes/NameReads';

/** The register of emergency access accounts. */
export function addBreakGlassRoutes(
  router: Router,
  options: {
    breakGlass: BreakGlassService;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    reads: NameReads;
  },
): void {
  const { breakGlass, httpAuth, auditor, reads } = options;
  addRoute(
    router,
    httpAuth,
    'getBreakGlass',
    reads.audited('getBreakGlass', ({ query, credentials }) =>
      breakGlass.getBreakGlass(query, credentials),
    ),
  );
  addRoute(
    router,
    httpAuth,
    'recordDrill',
    async ({ params, body, credentials, request, response }) => {
      const event = await auditor.createEvent({
        eventId: 'break-glass-drill-record',
        severityLevel: 'medium',
        request,
        meta: { tenantId: params.tenant },
      });
      try {
        const drill = await breakGlass.recordDrill(params, body, credentials);
        await event.success();
        response.status(201);
        return drill;
      } catch (error) {
        await event.fail({ error: toError(error) });
        throw error;
      }
    },
  );
}
