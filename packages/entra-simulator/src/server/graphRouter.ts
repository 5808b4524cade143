import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import express, { type Request, type Response, type Router } from 'express';
import { bodyWithFault } from '../faults/bodyWithFault';
import type { FaultRule } from '../faults/faultProfile';
import { licenceInForce } from '../tenant/organization';
import { throwFault } from '../faults/throwFault';
import type { Bearer } from './AccessTokens';
import { answerQuestion, type WrittenAnswer } from './answerQuestion';
import { answerBatch } from './batch';
import type { EndpointName } from './endpointNames';
import { matchEndpoint, type MatchedEndpoint } from './endpoints';
import { GraphError, graphErrors } from './GraphError';
import { pageOfToken } from './pageToken';
import type { RateLimit } from './RateLimit';
import { protection, refuseWithout } from './refuseWithout';
import { sendBody } from './sendBody';
import type { SimulatorContext } from './SimulatorContext';
import type { ServedTenant } from './Tenants';

/** What shares the limit of the reports. */
const reports: readonly EndpointName[] = [
  'registrations',
  'registeredByFeature',
  'registrationEvents',
  'signIns',
];

/** Serves `/v1.0`, and what is simulated of `/beta`. */
export function graphRouter(world: SimulatorContext): Router {
  const router = express.Router();
  router.get(['/v1.0/*', '/beta/*'], (request, response, next) => {
    serve(world, request, response).catch(next);
  });
  router.post(
    ['/v1.0/[$]batch', '/beta/[$]batch'],
    express.json({ limit: '4mb' }),
    (request, response, next) => {
      serve(world, request, response).catch(next);
    },
  );
  router.use(['/v1.0', '/beta'], (request, response) => {
    sendError(request, response, graphErrors.unknownSegment(request.path));
  });
  return router;
}

/** One question to Graph, asked by itself or as a part of a batch. */
type Asked = {
  url: URL;
  matched: MatchedEndpoint;
  origin: string;
  consistencyLevel?: string;
  bearer: Bearer;
  tenant: ServedTenant;
};

async function serve(
  world: SimulatorContext,
  request: Request,
  response: Response,
): Promise<void> {
  const { stats, tokens } = world;
  const url = new URL(request.originalUrl, 'https://localhost');
  const matched = matchEndpoint(url.pathname);
  const { name } = matched.endpoint;
  stats.begin(name);
  response.once('close', () => stats.end(response.statusCode));
  response.set({
    'request-id': randomUUID(),
    'client-request-id': request.header('client-request-id') ?? randomUUID(),
    'x-ms-ags-diagnostic':
      '{"ServerInfo":{"DataCenter":"Simulated","Slice":"E","Ring":"0","ScaleUnit":"000","RoleInstance":"SIM"}}',
    'odata-version': '4.0',
    'Cache-Control': 'no-cache',
  });
  try {
    const bearer = await tokens.check(request.header('authorization'));
    const tenant = world.tenants.named(bearer.tenantId);
    if (!tenant) {
      throw graphErrors.invalidToken('The tenant of the token is unknown.');
    }
    const asked = {
      url,
      matched,
      origin: `${request.protocol}://${request.header('host')}`,
      consistencyLevel: request.header('ConsistencyLevel'),
      bearer,
      tenant,
    };
    const [answer, fault] =
      name === 'batch'
        ? await batched(world, asked, request)
        : await answerAsked(world, asked, request);
    if (fault?.kind === 'dropConnection') {
      request.socket.destroy();
      return;
    }
    await sendBody(response, answer, fault);
  } catch (error) {
    if (!(error instanceof GraphError)) {
      throw error;
    }
    sendError(request, response, error);
  }
}

type Answered = readonly [answer: WrittenAnswer, fault: FaultRule | undefined];

/** Answers a batch: what goes wrong with a part is told in it. */
async function batched(
  world: SimulatorContext,
  asked: Asked,
  request: Request,
): Promise<Answered> {
  const fault = await faultOf(world, asked);
  const version = asked.url.pathname.split('/')[1];
  const body = await answerBatch(request.body, version, async url => {
    const matched = matchEndpoint(url.pathname);
    const { stats } = world;
    stats.begin(matched.endpoint.name);
    let status = 200;
    try {
      const [answer] = await answerAsked(
        world,
        { ...asked, url, matched },
        request,
      );
      return answer;
    } catch (error) {
      status = error instanceof GraphError ? error.status : 500;
      throw error;
    } finally {
      stats.end(status);
    }
  });
  return [{ text: JSON.stringify(body), isJson: true }, fault];
}

/** The fault that a question meets, unless it is an error, which is thrown. */
async function faultOf(
  { faults, stats }: SimulatorContext,
  { url, matched }: Asked,
): Promise<FaultRule | undefined> {
  const fault = faults.next(
    matched.endpoint.name,
    pageOfToken(url.searchParams.get('$skiptoken')),
    matched.form !== 'count',
  );
  if (fault) {
    stats.fault();
    throwFault(fault, matched.endpoint);
  }
  if (fault?.kind === 'slow') {
    await wait(fault.milliseconds);
  }
  return fault;
}

async function answerAsked(
  world: SimulatorContext,
  asked: Asked,
  request: Request,
): Promise<Answered> {
  const { stats } = world;
  const { url, matched, bearer, tenant } = asked;
  const { name } = matched.endpoint;
  const limit = limitOf(tenant, name, url);
  const seconds = limit?.take();
  if (seconds !== undefined) {
    stats.throttled();
    throw graphErrors.reportThrottled(seconds, randomUUID());
  }
  if (
    protection.includes(name) &&
    tenant.protectionLimit?.take() !== undefined
  ) {
    stats.throttled();
    throw graphErrors.protectionThrottled();
  }
  const fault = await faultOf(world, asked);
  refuseWithout(
    matched,
    url.searchParams,
    bearer,
    licenceInForce(tenant.licence, world.options.planStatus),
  );
  const answer = await answerQuestion(world, tenant, matched, url, {
    ...asked,
    change: fault && (body => bodyWithFault(body, fault, url, request)),
  });
  return [answer, fault];
}

/** What limits a request; sign-ins make one of users slow. */
function limitOf(
  { reportLimit, signInLimit }: ServedTenant,
  name: EndpointName,
  url: URL,
): RateLimit | undefined {
  if (name === 'users' && url.search.includes('signInActivity')) {
    return signInLimit;
  }
  return reports.includes(name) ? reportLimit : undefined;
}

/** Sends an error in the shape that Graph gives it. */
export function sendError(
  request: Request,
  response: Response,
  error: GraphError,
): void {
  const clientRequestId =
    request.header('client-request-id') ??
    response.getHeader('client-request-id');
  response
    .status(error.status)
    .set(error.headers)
    .json({
      error: {
        code: error.code,
        message: error.message,
        innerError: {
          date: new Date().toISOString().slice(0, 19),
          'request-id': response.getHeader('request-id'),
          'client-request-id': clientRequestId,
        },
      },
    });
}
