import { isAtRiskUncovered } from '../../assess/isAtRiskUncovered';
import type { Assessment } from '../../assess/types';

/** What people are listed by first: who is at risk without MFA, and of them and of the others who is privileged. */
export const personRanks = [-2, -1, 0, 1] as const;

/** One of {@link personRanks}. */
export function personRank(
  person: Pick<Assessment, 'state' | 'marks' | 'privileged'>,
): number {
  return (isAtRiskUncovered(person) ? -2 : 0) + (person.privileged ? 0 : 1);
}
