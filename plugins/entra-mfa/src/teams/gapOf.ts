import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ShownTeam } from './shownTeam';

/** How far teams are from their target, by the points that are missing. */
export const gaps = ['met', 'near', 'far', 'farthest'] as const;

/** One of {@link gaps}. */
export type Gap = (typeof gaps)[number];

const NEAR_PERMILLE = 50;
const FAR_PERMILLE = 150;

/** How far a team is from its target: up to 5 points, up to 15, or more. */
export function gapOf({
  coverage: { met, permille },
  targetPermille,
}: Pick<ShownTeam<TeamSummary>, 'coverage' | 'targetPermille'>): Gap {
  const missing = targetPermille - (permille ?? targetPermille);
  if (met !== false) return 'met';
  if (missing <= NEAR_PERMILLE) return 'near';
  return missing <= FAR_PERMILLE ? 'far' : 'farthest';
}
