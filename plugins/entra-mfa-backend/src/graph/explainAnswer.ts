import { readingProblems } from '../problems/readingProblems';
import { tell } from '../problems/tell';
import type { Advice } from '../problems/types';
import {
  EmptyAnswerError,
  MissingValuesError,
  ShrunkAnswerError,
} from './errors';
import type { ProblemContext } from './types';

/** Says what to do about an answer that is well-formed and cannot be believed. */
export function explainAnswer(
  error: unknown,
  { collector, clientId }: ProblemContext,
): Advice | null {
  if (error instanceof MissingValuesError) {
    return explainMissing(error, collector, clientId);
  }
  const what = collector?.title ?? 'A data set';
  const fromCatalog = collector?.source === 'catalog';
  if (error instanceof EmptyAnswerError) {
    const { emptyAnswer, emptyCatalog } = readingProblems;
    return tell(fromCatalog ? emptyCatalog : emptyAnswer, { what });
  }
  if (error instanceof ShrunkAnswerError) {
    const { shrunkAnswer, shrunkCatalog } = readingProblems;
    const { rows, before, counted } = error.doubt;
    return tell(fromCatalog ? shrunkCatalog : shrunkAnswer, {
      what,
      rows: String(rows),
      expected: counted ? `Graph counts ${before}` : `there were ${before}`,
    });
  }
  return null;
}

function explainMissing(
  { missing, rows }: MissingValuesError,
  collector: ProblemContext['collector'],
  clientId: string,
): Advice {
  const hasUserType = missing.some(({ property }) => property === 'userType');
  return tell(readingProblems.missingValues, {
    what: collector?.title ?? 'A data set',
    properties: missing
      .map(one => `${one.property} (${one.rows} of ${rows} rows)`)
      .join(' and '),
    clientId,
    permission: collector?.permission ?? 'that the documentation names',
    userType: hasUserType
      ? ' Where old accounts really have no userType, set `scope.userTypeNull` to member.'
      : '',
  });
}
