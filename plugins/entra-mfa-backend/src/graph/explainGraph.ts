import type { GraphRequestError } from './errors';
import type { Advice } from './explainSignIn';
import type { ProblemContext } from './types';

/** Advice, and whether the tenant does not give the data or reading it failed. */
export type GraphAdvice = Advice & { outcome: 'skipped' | 'failed' };

const failed = (
  code: string,
  message: string,
  action: string,
): GraphAdvice => ({
  outcome: 'failed',
  code,
  message,
  action,
});

const refusals = [400, 403, 404, 405, 501];

/** What a tenant need not give is no matter of a grant, and nobody has to do anything about it. */
function notAnswered(
  { collector }: ProblemContext,
  answered: string,
): GraphAdvice {
  return {
    outcome: 'skipped',
    code: 'not-answered',
    message: `Graph does not answer ${collector?.title} to an app in this tenant (${answered}).`,
    action: 'Nothing needs to be done: nothing rests on it.',
  };
}

function noPermission(context: ProblemContext): GraphAdvice {
  const { collector, clientId, tenantId } = context;
  const permission = collector?.permission;
  const what = collector?.title ?? 'this';
  return {
    outcome: 'skipped',
    code: 'no-permission',
    message: permission
      ? `${permission} is missing on app ${clientId}: it may not read ${what}.`
      : `App ${clientId} may not read ${what}.`,
    action: `Ask a Global Administrator to add the application permission ${
      permission ?? 'that the documentation names'
    } to the app in tenant ${tenantId} and to grant admin consent, then sync again.`,
  };
}

function noLicence(
  { collector, premium }: ProblemContext,
  needs: 'P1' | 'P2' = 'P1',
): GraphAdvice {
  if (premium && (needs === 'P1' || premium === 'P2')) {
    return failed(
      'licence-check-failed',
      `The licence check failed although a premium plan is assigned (Microsoft Entra ID ${
        premium === 'P2' ? 'P2 or Governance' : premium
      }).`,
      'A known fault at Microsoft’s side. The last figures stay; the next sync asks again.',
    );
  }
  return {
    outcome: 'skipped',
    code: 'no-licence',
    message: `${
      needs === 'P2' ? `Reading ${collector?.title}` : 'The report'
    } needs ${
      collector?.licence ?? 'Microsoft Entra ID P1 or P2'
    }, which this tenant does not have.`,
    action:
      needs === 'P2'
        ? 'Nothing needs to be done: without the licence nobody can be eligible, so nothing is missing.'
        : 'Buy a licence, or wait some hours if it was just bought; then sync again.',
  };
}

function forbidden(
  error: GraphRequestError,
  context: ProblemContext,
): GraphAdvice {
  switch (error.code.toLowerCase()) {
    case 'authentication_requestfromnonpremiumtenantorb2ctenant':
      return noLicence(context);
    case 'authorization_requestdenied':
    case 'authentication_msgraphpermissionmissing':
    case 'authentication_requestfromunsupporteduserrole':
      return noPermission(context);
    case 'accessdenied':
    case 'forbidden':
      // These codes are shared, and only the text tells; without a hint, it is most often the grant.
      return error.speaksOfLicence ? noLicence(context) : noPermission(context);
    default:
      return failed(
        'denied',
        `Graph denied the request${
          error.code && ` (${error.code})`
        }, and does not say why.`,
        'Check that no proxy or policy stands between this portal and Graph, and that the app has its permissions with admin consent.',
      );
  }
}

function unauthorized(
  error: GraphRequestError,
  { clientId, tenantId }: ProblemContext,
): GraphAdvice {
  if (error.code.toLowerCase() === 'authorization_identitynotfound') {
    return failed(
      'app-not-found',
      `App ${clientId} is not known in tenant ${tenantId}.`,
      'Ask a Global Administrator to grant admin consent in this tenant, which makes the app known there; then sync again.',
    );
  }
  return failed(
    'token-refused',
    `Graph refused the token of app ${clientId}, and a new one too.`,
    'Check that `cloud` is the one that the tenant lives in: a token of one cloud is not valid in another.',
  );
}

/** Says what to do about an answer of Graph that was not 200. */
export function explainGraph(
  error: GraphRequestError,
  context: ProblemContext,
): GraphAdvice {
  const { status, code } = error;
  if (context.collector?.optional === 'always' && refusals.includes(status)) {
    return notAnswered(context, `${status}${code && ` ${code}`}`);
  }
  const code400 = code.toLowerCase();
  const answered = `${status}${code && ` ${code}`}`;
  const what = context.collector?.title ?? 'the data';
  if (status === 400 && code400 === 'aadpremiumlicenserequired') {
    return noLicence(context, 'P2');
  }
  if (status === 401) {
    return unauthorized(error, context);
  }
  if (status === 403) {
    return forbidden(error, context);
  }
  if (status === 404) {
    return failed(
      'not-found',
      `Graph does not know the address of ${what} (${answered}).`,
      'Check `cloud`: not every national cloud offers every report.',
    );
  }
  if (status === 429) {
    return failed(
      'throttled',
      `Graph kept throttling this portal while it read ${what}.`,
      'The next sync goes on. If it stays so, another program uses the same app: give this portal an app registration of its own, or lower `pace.reportRequestsPer10Seconds`.',
    );
  }
  if (status === 408 || (status >= 500 && status !== 501)) {
    return failed(
      'graph-unavailable',
      `Graph could not answer while reading ${what} (${answered}), after several attempts.`,
      'The next sync tries again. If it stays so, see Microsoft’s service health.',
    );
  }
  return failed(
    'query-refused',
    `Graph refused the query for ${what} (${answered}).`,
    'This is a fault of the plugin or a change at Microsoft’s side: update the plugin, and report it with the request ids of the run.',
  );
}
