import { ResponseError } from '@backstage/errors';
import { credentialProblems } from '../problems/credentialProblems';
import { signInProblems } from '../problems/signInProblems';
import { graphProblems } from '../problems/graphProblems';
import { readingProblems } from '../problems/readingProblems';
import { tell } from '../problems/tell';
import type { Advice } from '../problems/types';
import { CredentialFileError } from '../credentials/CredentialFileError';
import { SealedSecretError } from '../credentials/SealedSecretError';
import {
  ConnectionError,
  GraphRequestError,
  ReadError,
  SignInError,
  TooManyAccountsError,
} from './errors';
import { explainAnswer } from './explainAnswer';
import { explainEnded } from '../credentials/explainEnded';
import { explainConnection } from './explainConnection';
import { explainGraph } from './explainGraph';
import { explainPaging } from './explainPaging';
import { explainSignIn } from './explainSignIn';
import type { Explanation, ProblemContext } from './types';

const sealedProblems = {
  'no-key': credentialProblems.sealedNoKey,
  broken: credentialProblems.sealedBroken,
  'key-service': credentialProblems.keyServiceFailed,
  missing: signInProblems.signInAgain,
} as const;

function explainOther(error: unknown, { collector }: ProblemContext): Advice {
  if (collector?.source === 'catalog') {
    return tell(readingProblems.catalogUnavailable, {
      what: collector.title,
      detail: error instanceof ResponseError ? ` (${error.statusCode})` : '',
    });
  }
  // Its own text is not passed on: nobody knows what an error that was not expected holds.
  const name = error instanceof Error ? error.name : 'unknown';
  return tell(readingProblems.unexpected, { name });
}

function adviceOn(
  error: unknown,
  context: ProblemContext,
): Advice & Partial<Pick<Explanation, 'outcome'>> {
  if (error instanceof SignInError) {
    return explainSignIn(error, context);
  }
  if (error instanceof CredentialFileError) {
    const { setting, should, endedAt } = error;
    const { clientId } = context;
    if (endedAt !== null) {
      return explainEnded({ kind: 'certificate', endsAt: endedAt, clientId });
    }
    return tell(credentialProblems.unreadable, { setting, should, clientId });
  }
  if (error instanceof SealedSecretError) {
    const { tenantId } = context;
    return tell(sealedProblems[error.reason], { tenantId });
  }
  if (error instanceof GraphRequestError) {
    return explainGraph(error, context);
  }
  if (error instanceof TooManyAccountsError) {
    const { accounts, most } = error;
    return {
      ...tell(graphProblems.tooManyPeople, {
        accounts: String(accounts),
        most: String(most),
      }),
      outcome: 'skipped',
    };
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
