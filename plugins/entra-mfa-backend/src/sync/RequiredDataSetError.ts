import { CustomErrorBase } from '@backstage/errors';
import type { Problem } from 'backstage-plugin-entra-mfa-common';

/** A data set without which no figure can be given was not read. The last figures stay. */
export class RequiredDataSetError extends CustomErrorBase {
  readonly name = 'RequiredDataSetError';
  readonly problem: Problem;

  constructor(problem: Problem, cause: unknown) {
    super(`${problem.message} ${problem.action}`, cause);
    this.problem = problem;
  }
}
