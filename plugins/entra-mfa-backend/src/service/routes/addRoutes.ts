import type {
  AuthService,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Request, Response, Router } from 'express';
import type { EntraMfaConfig } from '../../config/types';
import type { Authorizer } from './Authorizer';
import { Caller } from './Caller';
import type { Entry, Tools } from './Entry';
import { openApiDocument } from './openApiDocument';
import { routeTable } from './routeTable';
import { TooManyRequestsError } from './TooManyRequestsError';

/** What routes are added with. */
export interface RouteOptions extends Tools {
  auth: AuthService;
  httpAuth: HttpAuthService;
  authorizer: Authorizer;
  userInfo: UserInfoService;
}

/** Adds every route of the table, and the description of the API, which holds no data. */
export function addRoutes(router: Router, options: RouteOptions): void {
  // Made when it is first asked for: a start of the portal does not wait for it.
  let document: ReturnType<typeof openApiDocument> | undefined;
  router.get('/v1/openapi.json', async (request, response) => {
    await callerOf(request, options);
    document ??= openApiDocument();
    response.json(document);
  });
  for (const entry of Object.values(routeTable)) {
    const { method, path } = entry.route;
    router[method](patternOf(path), (request: Request, response: Response) =>
      answer(entry, options, request, response),
    );
  }
}

/** As a router writes a path of the contract. */
function patternOf(path: string): string {
  return `/v1${path.replace(/\{(\w+)\}/g, ':$1')}`;
}

/**
 * The paths on which the portal has to let in who is not signed in: each decides by itself. There are none
 * unless something is listed.
 */
export function openPaths(config: EntraMfaConfig): string[] {
  return Object.values(routeTable)
    .filter(({ open }) => open?.any(config))
    .map(({ route }) => patternOf(route.path));
}

/** Who goes away stops what is computed. Who asks for too much is told in a header, too, when to ask again. */
async function answer(
  entry: Entry,
  options: RouteOptions,
  request: Request,
  response: Response,
): Promise<void> {
  const left = new AbortController();
  const leave = () => left.abort(new Error('Nobody waits for the answer'));
  response.once('close', leave);
  try {
    const { config } = options.context;
    const isOpen = entry.open?.isSo(config, request.query) ?? false;
    const caller = await callerOf(request, options, isOpen);
    const { signal } = left;
    await entry.answer(options, { request, response, caller, signal });
  } catch (error) {
    if (left.signal.aborted && entry.route.kind === 'json') {
      return;
    }
    if (error instanceof TooManyRequestsError && !response.headersSent) {
      response.setHeader('Retry-After', error.retryAfterSeconds);
    }
    throw error;
  } finally {
    response.off('close', leave);
  }
}

async function callerOf(
  request: Request,
  { auth, httpAuth, authorizer, userInfo }: RouteOptions,
  isOpen = false,
): Promise<Caller> {
  const credentials = await httpAuth.credentials(request, {
    allow: isOpen ? ['user', 'service', 'none'] : ['user', 'service'],
  });
  const userRef = auth.isPrincipal(credentials, 'user')
    ? credentials.principal.userEntityRef.toLowerCase()
    : null;
  return new Caller({ credentials, userRef, authorizer, userInfo });
}
