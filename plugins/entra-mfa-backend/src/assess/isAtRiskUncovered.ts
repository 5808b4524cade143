import type { Assessment } from './types';

/** Whether somebody is at risk who would be stopped by MFA and has none. */
export function isAtRiskUncovered({
  state,
  marks,
}: Pick<Assessment, 'state' | 'marks'>): boolean {
  return state === 'uncovered' && marks.includes('at-risk');
}
