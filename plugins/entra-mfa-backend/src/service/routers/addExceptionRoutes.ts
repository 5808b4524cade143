import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Request, Router } from 'express';
import type { ExceptionService } from '../exceptions/types';
import { addRoute } from './addRoute';
import type { NameReads } from '../routes/NameReads';

/** Exceptions: asked for, decided, withdrawn and ended. Each step is audited, without names. */
export function addExceptionRoutes(
  router: Router,
  options: {
    exceptions: ExceptionService;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    reads: NameReads;
  },
): void {
  const { exceptions, httpAuth, auditor, reads } = options;

  async function audited<T extends { id: string }>(
    eventId: string,
    request: Request,
    meta: Record<string, string>,
    step: () => Promise<T>,
  ): Promise<T> {
    const event = await auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request,
      meta,
    });
    try {
      const result = await step();
      await event.success({ meta: { exceptionId: result.id } });
      return result;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  addRoute(
    router,
    httpAuth,
    'getExceptions',
    reads.audited('getExceptions', ({ query, credentials }) =>
      exceptions.list(query, credentials),
    ),
  );
  addRoute(
    router,
    httpAuth,
    'getException',
    reads.audited('getException', ({ params, query, credentials }) =>
      exceptions.get(params.id, query, credentials),
    ),
  );
  addRoute(
    router,
    httpAuth,
    'requestException',
    ({ body, credentials, request }) =>
      audited(
        'exception-request',
        request,
        { subject: body.subject.kind, until: body.until },
        () => exceptions.request(body, credentials),
      ),
  );
  addRoute(
    router,
    httpAuth,
    'decideException',
    ({ params, body, credentials, request }) =>
      audited(
        'exception-decide',
        request,
        { exceptionId: params.id, decision: body.decision },
        () => exceptions.decide(params.id, body, credentials),
      ),
  );
  addRoute(
    router,
    httpAuth,
    'endException',
    ({ params, body, credentials, request }) =>
      audited('exception-end', request, { exceptionId: params.id }, () =>
        exceptions.end(params.id, body, credentials),
      ),
  );
  addRoute(
    router,
    httpAuth,
    'withdrawException',
    ({ params, credentials, request }) =>
      audited('exception-withdraw', request, { exceptionId: params.id }, () =>
        exceptions.withdraw(params.id, credentials),
      ),
  );
}
