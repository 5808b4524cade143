import { randomUUID, timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import express, { type Request, type Response, type Router } from 'express';
import type { FaultRule } from '../faults/faultProfile';
import { tokenLifetime } from './AccessTokens';
import { checkAssertion } from './checkAssertion';
import { answerGrant } from './answerGrant';
import { applicationIn } from './applicationIn';
import { isSameId } from './isSameId';
import type { Grant } from './Grants';
import type { RegisteredApplication } from './RegisteredApplication';
import { signInErrors, type SignInError } from './signInErrors';
import type { SimulatorContext } from './SimulatorContext';
import type { ServedTenant } from './Tenants';

const grantTypes: readonly string[] = [
  'client_credentials',
  'authorization_code',
  'refresh_token',
];

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Serves OpenID discovery and the token endpoint. */
export function tokenRouter(world: SimulatorContext): Router {
  const { stats } = world;
  const router = express.Router();

  router.get(
    '/:tenant/v2.0/.well-known/openid-configuration',
    (request, response) => {
      stats.begin('discovery');
      response.once('close', () => stats.end(response.statusCode));
      const tenant = world.tenants.named(request.params.tenant);
      if (!tenant) {
        sendSignInError(
          world,
          response,
          signInErrors.tenantNotFound(request.params.tenant),
        );
        return;
      }
      const { tenantId } = tenant;
      const origin = `${request.protocol}://${request.header('host')}`;
      response.json({
        token_endpoint: `${origin}/${tenantId}/oauth2/v2.0/token`,
        token_endpoint_auth_methods_supported: [
          'client_secret_post',
          'private_key_jwt',
          'client_secret_basic',
        ],
        jwks_uri: `${origin}/${tenantId}/discovery/v2.0/keys`,
        response_modes_supported: ['query', 'fragment', 'form_post'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code', 'id_token', 'token'],
        scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
        issuer: `${origin}/${tenantId}/v2.0`,
        authorization_endpoint: `${origin}/${tenantId}/oauth2/v2.0/authorize`,
        tenant_region_scope: null,
        cloud_instance_name: 'localhost',
        cloud_graph_host_name: 'localhost',
        msgraph_host: request.header('host'),
      });
    },
  );

  router.post(
    '/:tenant/oauth2/v2.0/token',
    express.urlencoded({ extended: false }),
    (request, response, next) => {
      stats.begin('token');
      response.once('close', () => stats.end(response.statusCode));
      issueToken(world, request, response).catch(next);
    },
  );
  return router;
}

async function issueToken(
  world: SimulatorContext,
  request: Request,
  response: Response,
): Promise<void> {
  const { options, faults, stats, tokens } = world;
  const fault = faults.next('token', 1);
  if (fault) {
    stats.fault();
  }
  if (fault?.kind === 'slow') {
    await wait(fault.milliseconds);
  }
  if (fault?.kind === 'status') {
    if (fault.retryAfter !== undefined) {
      response.set('Retry-After', String(fault.retryAfter));
    }
    sendSignInError(world, response, signInErrors.transient(fault.status));
    return;
  }
  const signedIn =
    refusalOf(fault, options.clientId) ??
    (await checkRequest(world, request.params.tenant, request.body));
  if ('error' in signedIn) {
    sendSignInError(world, response, signedIn);
    return;
  }
  response.set('Cache-Control', 'no-store');
  if ('grant' in signedIn) {
    const origin = `${request.protocol}://${request.header('host')}`;
    const answer = await answerGrant(world, signedIn, origin);
    if ('error' in answer) {
      sendSignInError(world, response, answer);
    } else {
      response.json(answer.body);
    }
    return;
  }
  const token = await tokens.issue({
    ...signedIn,
    audience: String(request.body.scope).replace(/\/\.default$/, ''),
  });
  response.json({
    token_type: 'Bearer',
    expires_in: tokenLifetime,
    ext_expires_in: tokenLifetime,
    access_token: token,
  });
}

function refusalOf(
  fault: FaultRule | undefined,
  clientId: string,
): SignInError | undefined {
  switch (fault?.kind) {
    case 'expiredSecret':
      return signInErrors.expiredSecret(clientId);
    case 'signInRefused': {
      const { status, error, number } = fault;
      return signInErrors.numbered(status, error, number);
    }
    default:
      return undefined;
  }
}

/** Who signs in, or what is wrong with the request, in the order in which Entra checks it. */
async function checkRequest(
  world: SimulatorContext,
  tenantName: string,
  body: Record<string, unknown>,
): Promise<
  | SignInError
  | { tenantId: string; clientId: string; roles: readonly string[] }
  | { grant: Grant; scope: string }
> {
  const text = (name: string) =>
    typeof body[name] === 'string' ? (body[name] as string) : '';
  const tenant = world.tenants.named(tenantName);
  if (!tenant) {
    return signInErrors.tenantNotFound(tenantName);
  }
  const grantType = text('grant_type');
  if (!grantTypes.includes(grantType)) {
    return signInErrors.grantType(grantType);
  }
  const known = applicationIn(world, tenant, text('client_id'));
  if (!known) {
    return refuseUnknown(world, tenant, text('client_id'));
  }
  const isDelegated = grantType !== 'client_credentials';
  if (!isDelegated && !/^https?:\/\/[^ ]+\/\.default$/.test(text('scope'))) {
    return signInErrors.scope(text('scope'));
  }
  const { tenantId } = tenant;
  const { clientId, roles } = known;
  const refusal = await checkCredential(
    { ...known, tenantId, now: world.clock.now() },
    text,
  );
  if (refusal || !isDelegated) {
    return refusal ?? { tenantId, clientId, roles };
  }
  const grant =
    grantType === 'refresh_token'
      ? world.grants.refresh(text('refresh_token'), { clientId })
      : world.grants.redeem(text('code'), {
          clientId,
          redirectUri: text('redirect_uri'),
          verifier: text('code_verifier'),
        });
  if ('error' in grant) {
    return grant;
  }
  return isSameId(grant.person.tenantId, tenantId)
    ? { grant, scope: text('scope') || grant.scope }
    : signInErrors.invalidGrant(`grant of tenant ${tenantId}`);
}

function refuseUnknown(
  { multiTenant }: SimulatorContext,
  { name, tenantId }: ServedTenant,
  clientId: string,
): SignInError {
  return multiTenant?.withoutConsent === 7000229 &&
    isSameId(multiTenant.clientId, clientId)
    ? signInErrors.servicePrincipalMissing(clientId, tenantId)
    : signInErrors.appNotFound(clientId, name);
}

type SigningIn = RegisteredApplication & { tenantId: string; now: number };

async function checkCredential(
  signingIn: SigningIn,
  text: (name: string) => string,
): Promise<SignInError | undefined> {
  if (text('client_assertion')) {
    return text('client_assertion_type') === ASSERTION_TYPE
      ? checkAssertion(signingIn, text('client_assertion'))
      : signInErrors.malformedAssertion();
  }
  return text('client_secret')
    ? checkSecret(signingIn, text('client_secret'))
    : signInErrors.noCredential();
}

function checkSecret(
  { application, clientId, clientSecret, now }: SigningIn,
  secret: string,
): SignInError | undefined {
  if (!sameText(secret, clientSecret)) {
    return signInErrors.wrongSecret(clientId);
  }
  const { clientSecretEnds } = application.registration;
  return clientSecretEnds !== null && now >= Date.parse(clientSecretEnds)
    ? signInErrors.expiredSecret(clientId)
    : undefined;
}

function sameText(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}

function sendSignInError(
  { clock }: SimulatorContext,
  response: Response,
  { status, error, number, description, suberror }: SignInError,
): void {
  const timestamp = `${clock
    .date()
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ')}Z`;
  const [trace, correlation] = [randomUUID(), randomUUID()];
  response.status(status).json({
    error,
    error_description: `AADSTS${number}: ${description} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    ...(suberror && { suberror }),
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  });
}
