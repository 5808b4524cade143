import {
  formatPermille,
  type Problem,
} from 'backstage-plugin-entra-mfa-common';
import type { SuddenFall } from '../assess/suddenFall';

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

function problemOf(
  { fromPermille, toPermille, people }: SuddenFall,
  notKnown: number,
): Problem {
  const from = formatPermille(fromPermille);
  const to =
    toPermille === null
      ? 'nothing, because nobody is known any more'
      : formatPermille(toPermille);
  const doubt =
    notKnown > 0
      ? ` (${notKnown} of them are not known now, and taken for not registered here)`
      : '';
  return {
    code: 'sudden-fall',
    message: `The figure would fall from ${from} to ${to}: ${people} people fewer are covered${doubt}, and the people in scope are the same. A lost licence or permission or an outage of the report looks like this. The last figure stays.`,
    action:
      'Check in Microsoft Entra that the tenant has Entra ID P1 or P2 and that the app has AuditLog.Read.All, and see Microsoft’s service health. If the fall is real, release the figure by hand on the page; if the figure comes back, the hold ends by itself.',
    dataSet: null,
    since: null,
  };
}
