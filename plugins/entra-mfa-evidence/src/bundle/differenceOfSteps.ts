import type { AssessmentStatement } from './assessmentSchemas';

const prepares: readonly string[] = ['drafted', 'changed', 'submitted'];

const stateAfter = {
  drafted: 'draft',
  changed: 'draft',
  submitted: 'in-review',
  returned: 'returned',
  approved: 'approved',
  superseded: 'superseded',
} as const;

/**
 * Null where the state of an assessment follows from its steps, and whoever approved it is another user of the portal
 * than whoever prepared it; otherwise what is wrong.
 */
export function differenceOfSteps({
  state,
  steps,
}: Pick<AssessmentStatement, 'state' | 'steps'>): string | null {
  const kinds = steps.map(({ kind }) => kind);
  const last = kinds.findLast(kind => kind !== 'changed');
  if (last === undefined || stateAfter[last] !== state) {
    return 'it has another state than its last step';
  }
  if (state !== 'approved' && state !== 'superseded') {
    return kinds.includes('approved') ? 'a step approved it' : null;
  }
  const at = kinds.indexOf('approved');
  if (at < 1 || kinds[at - 1] !== 'submitted') {
    return 'nobody approved what was submitted';
  }
  const preparers = steps
    .filter(({ kind }) => prepares.includes(kind))
    .map(({ by }) => by);
  return preparers.includes(steps[at].by)
    ? 'who approved it prepared it'
    : null;
}
