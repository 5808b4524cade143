import type {
  ControlStatus,
  TeamStandingCounts,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** How many stand how. */
export function countStandings(
  statuses: readonly (ControlStatus | null)[],
): TeamStandingCounts {
  const of = (wanted: ControlStatus | null) =>
    statuses.filter(status => status === wanted).length;
  return {
    met: of('met'),
    notMet: of('not-met'),
    notEvaluated: of('not-evaluated'),
    stale: of('stale'),
    notTold: of(null),
  };
}
