import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { reviewItemFilterSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Request, Router } from 'express';
import type { ReviewService } from '../reviews/types';
import { forRecord } from '../reviews/NamingConflictError';
import { addRoute } from './addRoute';
import type { NameReads } from '../routes/NameReads';
import { filterOf } from '../routes/filterOf';
import { reviewCsv } from '../exports/reviewCsv';
import { rowsBefore, sendCsv } from '../exports/sendCsv';

/**
 * Access reviews: opened, decided and closed. Each step is audited, without names or notes; a file with
 * what was asked for.
 */
export function addReviewRoutes(
  router: Router,
  options: {
    reviews: ReviewService;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    reads: NameReads;
  },
): void {
  const { reviews, httpAuth, auditor, reads } = options;

  async function audited<T>(
    eventId: string,
    request: Request,
    meta: JsonObject,
    step: () => Promise<T>,
    found: (result: T) => JsonObject,
    severityLevel: 'medium' | 'high' = 'medium',
  ): Promise<T> {
    const event = await auditor.createEvent({
      eventId,
      severityLevel,
      request,
      meta,
    });
    try {
      const result = await step();
      await event.success({ meta: found(result) });
      return result;
    } catch (error) {
      const rows = rowsBefore(error);
      await event.fail({
        error: forRecord(error),
        ...(rows > 0 && { meta: { rows } }),
      });
      throw error;
    }
  }

  addRoute(router, httpAuth, 'getReviews', ({ query, credentials }) =>
    reviews.list(query, credentials),
  );
  addRoute(router, httpAuth, 'getReview', ({ params, query, credentials }) =>
    reviews.get({ ...params, ...query }, credentials),
  );
  addRoute(
    router,
    httpAuth,
    'getReviewItems',
    reads.audited(
      'getReviewItems',
      async ({ params, query, credentials, request, response }) => {
        const of = { ...params, tenant: query.tenant };
        if (query.format === 'json') {
          return reviews.items(of, query, credentials);
        }
        const { names: named } = query;
        await audited(
          'review-export',
          request,
          {
            review: params.number,
            named,
            filter: filterOf(query, reviewItemFilterSchema),
          },
          async () => {
            const made = { tenantId: '', keyId: null as string | null };
            const send = async () => {
              const file = await reviews.export(of, query, credentials);
              made.tenantId = file.tenant;
              made.keyId = file.keyId;
              return sendCsv(response, reviewCsv(file));
            };
            const rows = named
              ? await reads.file(credentials, send)
              : await send();
            return { tenantId: made.tenantId, rows, keyId: made.keyId };
          },
          meta => meta,
          named ? 'high' : 'medium',
        );
        return undefined;
      },
    ),
  );
  addRoute(router, httpAuth, 'openReview', ({ body, credentials, request }) =>
    audited(
      'review-open',
      request,
      {},
      () => reviews.open(body, credentials),
      ({ tenant, number, counts }) => ({
        tenantId: tenant,
        review: number,
        items: counts.items,
      }),
    ),
  );
  addRoute(
    router,
    httpAuth,
    'decideReviewItem',
    ({ params, query, body, credentials, request }) =>
      audited(
        'review-decide',
        request,
        {
          review: params.number,
          objectId: params.objectId,
          decision: body.decision,
        },
        () => reviews.decide({ ...params, ...query }, body, credentials),
        ({ tenant }) => ({ tenantId: tenant, decided: 1 }),
      ),
  );
  addRoute(
    router,
    httpAuth,
    'decideReviewItems',
    ({ params, query, body, credentials, request }) =>
      audited(
        'review-decide',
        request,
        { review: params.number, decision: body.decision },
        () => reviews.decideMany({ ...params, ...query }, body, credentials),
        ({ decided, review }) => ({ tenantId: review.tenant, decided }),
      ),
  );
  addRoute(
    router,
    httpAuth,
    'closeReview',
    ({ params, query, body, credentials, request }) =>
      audited(
        'review-close',
        request,
        { review: params.number },
        () => reviews.close({ ...params, ...query }, body, credentials),
        ({ tenant, counts }) => ({
          tenantId: tenant,
          items: counts.items,
          open: counts.open,
        }),
      ),
  );
}
