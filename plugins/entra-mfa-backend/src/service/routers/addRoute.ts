import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  routes,
  type RouteName,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import { TooManyRequestsError } from '../routes/TooManyRequestsError';
import { check, checkBody } from '../routes/check';

/** What a route is given: a request that was checked, and who sent it. */
export interface RouteRequest<N extends RouteName> {
  params: z.output<(typeof routes)[N]['params']>;
  query: z.output<(typeof routes)[N]['query']>;
  /** Undefined for a route that takes none. */
  body: (typeof routes)[N] extends { body: infer B extends z.ZodType }
    ? z.output<B>
    : undefined;
  credentials: BackstageCredentials;
  request: Request;
  response: Response;
}

/**
 * Answers a request. What it returns is the body; undefined says that it has answered by itself.
 */
export type RouteHandler<N extends RouteName> = (
  request: RouteRequest<N>,
) => Promise<z.output<(typeof routes)[N]['response']> | undefined>;

/** Adds a route as the contract describes it. */
export function addRoute<N extends RouteName>(
  router: Router,
  httpAuth: HttpAuthService,
  name: N,
  handle: RouteHandler<N>,
): void {
  const route = routes[name];
  const path = `/v1${route.path.replace(/\{(\w+)\}/g, ':$1')}`;
  router[route.method](path, async (request: Request, response: Response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const body = await answering(response, handle, {
      params: check<RouteRequest<N>['params']>(route.params, request.params),
      query: check<RouteRequest<N>['query']>(route.query, request.query),
      body: checkBody<RouteRequest<N>['body']>(route, request.body),
      credentials,
      request,
      response,
    });
    if (body !== undefined) {
      response.json(body);
    }
  });
}

/** Who asks for too much is told in a header, too, when to ask again. */
async function answering<N extends RouteName>(
  response: Response,
  handle: RouteHandler<N>,
  request: RouteRequest<N>,
) {
  try {
    return await handle(request);
  } catch (error) {
    if (error instanceof TooManyRequestsError && !response.headersSent) {
      response.setHeader('Retry-After', error.retryAfterSeconds);
    }
    throw error;
  }
}
