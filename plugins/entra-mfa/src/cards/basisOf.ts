import type { Basis } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ShownTeam } from '../teams/shownTeam';

/** The basis that a team is counted on: told by the reasons, as `capable` has its own. */
export function basisOf({ counts }: Pick<ShownTeam, 'counts'>): Basis {
  return counts.reasons.some(
    ({ reason }) => reason === 'capable' || reason === 'not-capable',
  )
    ? 'capable'
    : 'registered';
}
