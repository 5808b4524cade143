import { ResponseError } from '@backstage/errors';
import { InvalidRowError } from '../collectors/InvalidRowError';
import {
  ConnectionError,
  EndlessPagesError,
  ForeignAddressError,
  GraphRequestError,
  PageTokenExpiredError,
  ReadError,
  SignInError,
  WrongTenantError,
} from './errors';
import { explainAnswer } from './explainAnswer';
import { explainConnection } from './explainConnection';
import { explainGraph } from './explainGraph';
import { explainSignIn, type Advice } from './explainSignIn';
import type { Explanation, ProblemContext } from './types';

const report =
  'Update the plugin; if it stays so, report it with the request ids of the run.';

function explainPaging(
  error: unknown,
  { tenantId, collector }: ProblemContext,
): Advice | null {
  const what = collector?.title ?? 'a data set';
  if (error instanceof PageTokenExpiredError) {
    return {
      code: 'page-token-expired',
      message: `Graph’s links to the next page of ${what} expired, more than once.`,
      action:
        'The next sync reads it from the first page. If it stays so, the database of this portal is too slow to keep up: look at the run’s durations.',
    };
  }
  if (error instanceof ForeignAddressError) {
    return {
      code: 'foreign-address',
      message: `A link led away from the configured Graph root, to ${error.host}. No token was sent there.`,
      action:
        'Check for a proxy that rewrites answers, and that `cloud` or `graphRoot` is right.',
    };
  }
  if (error instanceof EndlessPagesError) {
    return {
      code: 'endless-pages',
      message: `The pages of ${what} came to no end: after ${error.pages}, a link came again.`,
      action: `The next sync reads it from the first page. ${report}`,
    };
  }
  if (error instanceof WrongTenantError) {
    return {
      code: 'wrong-tenant',
      message: `Graph answered for tenant ${error.answered} instead of ${tenantId}.`,
      action: 'Check `tenantId`, and `authority` where it is set.',
    };
  }
  if (error instanceof InvalidRowError) {
    return {
      code: 'wrong-row',
      message: `Row ${error.row} of ${what} is not as documented: ${error.property} should be ${error.expected}.`,
      action: `Nothing of it was used, and the last figures stay. ${report}`,
    };
  }
  return null;
}

function explainOther(error: unknown, { collector }: ProblemContext): Advice {
  if (collector?.source === 'catalog') {
    const status =
      error instanceof ResponseError ? ` (${error.statusCode})` : '';
    return {
      code: 'catalog-unavailable',
      message: `The catalog could not be read for ${collector.title}${status}.`,
      action: 'See the log of the catalog plugin. The next sync tries again.',
    };
  }
  // Its own text is not passed on: nobody knows what an error that was not expected holds.
  const name = error instanceof Error ? error.name : 'unknown';
  return {
    code: 'unexpected',
    message: `The sync met an error that it does not know (${name}).`,
    action: `See the log of this portal. ${report}`,
  };
}

function adviceOn(
  error: unknown,
  context: ProblemContext,
): Advice & Partial<Pick<Explanation, 'outcome'>> {
  if (error instanceof SignInError) {
    return explainSignIn(error, context);
  }
  if (error instanceof GraphRequestError) {
    return explainGraph(error, context);
  }
  if (error instanceof ConnectionError) {
    return explainConnection(error, context);
  }
  return (
    explainPaging(error, context) ??
    explainAnswer(error, context) ??
    explainOther(error, context)
  );
}

/**
 * Tells an error to a reader: what is wrong, and what to do about it. Never holds a secret, a token,
 * a link or anything of a person.
 */
export function explain(error: unknown, context: ProblemContext): Explanation {
  const {
    outcome = 'failed',
    code,
    message,
    action,
  } = adviceOn(error, context);
  return {
    outcome,
    problem: {
      code,
      message,
      action,
      dataSet: context.collector?.id ?? null,
      since: context.since ?? null,
    },
    requestIds: error instanceof ReadError ? error.requestIds : [],
  };
}
