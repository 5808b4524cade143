import { readingProblems } from '../problems/readingProblems';
import { tell } from '../problems/tell';
import type { Advice } from '../problems/types';
import { EmptyAnswerError, ShrunkAnswerError } from './errors';
import type { ProblemContext } from './types';

/** Says what to do about an answer that is well-formed and cannot be believed. */
export function explainAnswer(
  error: unknown,
  { collector }: ProblemContext,
): Advice | null {
  const what = collector?.title ?? 'A data set';
  const fromCatalog = collector?.source === 'catalog';
  if (error instanceof EmptyAnswerError) {
    const { emptyAnswer, emptyCatalog } = readingProblems;
    return tell(fromCatalog ? emptyCatalog : emptyAnswer, { what });
  }
  if (error instanceof ShrunkAnswerError) {
    const { shrunkAnswer, shrunkCatalog } = readingProblems;
    return tell(fromCatalog ? shrunkCatalog : shrunkAnswer, {
      what,
      rows: String(error.rows),
      before: String(error.before),
    });
  }
  return null;
}
