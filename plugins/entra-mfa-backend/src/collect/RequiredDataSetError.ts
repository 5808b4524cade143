import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/**
 * A data set without which no figure can be given was not read. The last figures stay. It is shown
 * and logged, so it carries the problem and not its cause.
 */
export class RequiredDataSetError extends Error {
  readonly name = 'RequiredDataSetError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.message} ${problem.action}`);
    this.problem = problem;
  }
}
