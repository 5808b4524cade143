import {
  formatPermille,
  type Problem,
} from 'backstage-plugin-entra-mfa-common';
import type { SuddenFall } from '../assess/suddenFall';
import { syncProblems } from '../problems/syncProblems';
import { tell } from '../problems/tell';

/** The figure fell in a way that cannot be believed, so the last one stays. */
export class FigureHeldError extends Error {
  readonly name = 'FigureHeldError';
  readonly problem: Problem;

  /** @param notKnown - how many of those who are covered no more are not known now */
  constructor(fall: SuddenFall, notKnown: number) {
    const problem = problemOf(fall, notKnown);
    super(`${problem.message} ${problem.action}`);
    this.problem = problem;
  }
}

function inWords(permille: number | null): string {
  return (
    formatPermille(permille) ?? 'nothing, because nobody is known any more'
  );
}

function problemOf(
  { fromPermille, toPermille, people }: SuddenFall,
  notKnown: number,
): Problem {
  const doubt =
    notKnown > 0
      ? ` (${notKnown} of them are not known now, and taken for not registered here)`
      : '';
  return {
    ...tell(syncProblems.suddenFall, {
      from: inWords(fromPermille),
      to: inWords(toPermille),
      people: String(people),
      doubt,
    }),
    dataSet: null,
    since: null,
  };
}
