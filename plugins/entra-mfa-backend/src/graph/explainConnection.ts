import { connectionProblems } from '../problems/connectionProblems';
import { tell } from '../problems/tell';
import type { Advice } from '../problems/types';
import type { ConnectionError } from './errors';
import type { ProblemContext } from './types';

/** Says what to do when nothing that can be used came back. */
export function explainConnection(
  { reason, detail }: ConnectionError,
  { collector }: ProblemContext,
): Advice {
  return tell(connectionProblems[reason], {
    what: collector?.title ?? 'the data',
    detail: detail && ` (${detail})`,
  });
}
