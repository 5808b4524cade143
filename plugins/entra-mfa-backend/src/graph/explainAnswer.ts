import {
  EmptyAnswerError,
  MissingValuesError,
  ShrunkAnswerError,
} from './errors';
import type { Advice } from './explainSignIn';
import type { ProblemContext } from './types';

const kept = 'Nothing of it was used; figures that were published stay.';

/** Says what to do about an answer that is well-formed and cannot be believed. */
export function explainAnswer(
  error: unknown,
  { collector, clientId }: ProblemContext,
): Advice | null {
  if (error instanceof MissingValuesError) {
    return explainMissing(error, collector, clientId);
  }
  const what = collector?.title ?? 'A data set';
  const check =
    collector?.source === 'catalog'
      ? 'check in the log of the catalog that its provider of users and groups works'
      : 'see Microsoft’s service health, and check that `tenantId` is the right one';
  if (error instanceof EmptyAnswerError) {
    return {
      code: 'empty-answer',
      message: `${what}: the answer was complete and had not a single row.`,
      action: `${kept} The next sync asks again. If it stays so, ${check}.`,
    };
  }
  if (error instanceof ShrunkAnswerError) {
    return {
      code: 'shrunk-answer',
      message: `${what}: ${error.rows} rows came where there were ${error.before}.`,
      action: `${kept} If this is right, sync again: a second reading that agrees is taken. If not, ${check}.`,
    };
  }
  return null;
}

function explainMissing(
  { missing, rows }: MissingValuesError,
  collector: ProblemContext['collector'],
  clientId: string,
): Advice {
  const properties = missing
    .map(
      ({ property, rows: count }) => `${property} (${count} of ${rows} rows)`,
    )
    .join(' and ');
  const nullUserType = missing.some(({ property }) => property === 'userType')
    ? ' Where old accounts really have no userType, set `scope.userTypeNull` to member.'
    : '';
  return {
    code: 'missing-values',
    message: `${
      collector?.title ?? 'A data set'
    }: ${properties} came without a value, so it cannot be told who counts as what.`,
    action: `${kept} Check that app ${clientId} has the application permission ${collector?.permission}, with admin consent: a narrower one leaves these properties out. Then sync again: a second reading that agrees is taken, where it is no more than one row in fifty.${nullUserType}`,
  };
}
