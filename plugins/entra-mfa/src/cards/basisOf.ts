import type { Basis, Team } from 'backstage-plugin-entra-mfa-common';

/** The basis that a team is counted on: told by the reasons, as `capable` has its own. */
export function basisOf({ counts }: Pick<Team, 'counts'>): Basis {
  return counts.reasons.some(
    ({ reason }) => reason === 'capable' || reason === 'not-capable',
  )
    ? 'capable'
    : 'registered';
}
