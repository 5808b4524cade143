import type {
  AssessedCounts,
  Basis,
  Freshness,
  Overview,
  SeriesPoint,
  TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { basisOf } from '../cards/basisOf';
import type { ShownTeam } from '../teams/shownTeam';

/** A figure with what a card says of it. */
export interface Kpi {
  tenant: TenantRef | null;
  /** The ref and the title of a team; null for the organization. */
  team: { ref: string; title: string } | null;
  basis: Basis;
  coverage: AssessedCounts['coverage'];
  targetPermille: number;
  freshness: Freshness;
  series: SeriesPoint[];
  /** Whether the reader may open the list of who is counted. */
  opensPeople: boolean;
}

/** The figure of a team. */
export const kpiOfTeam = (team: ShownTeam): Kpi => ({
  ...team,
  team: { ref: team.ref, title: team.title },
  basis: basisOf(team),
  opensPeople: team.names === 'visible',
});

/** The figure of a tenant. */
export const kpiOfTenant = (
  overview: Overview,
  counts: NonNullable<Overview['counts']>,
): Kpi => ({
  ...overview,
  team: null,
  coverage: counts.coverage,
  opensPeople: overview.visibility !== 'none',
});
